package io.asktrail.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nobody gets in with a token that somebody made up, whether an issuer's are believed or our own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForgedTokensTest {
    private final Forger forger = new Forger();
    private final Suite byIssuer =
            Suite.inOneProcess("asktrail.gateway.issuer-uri=" + forger.issuer(), "asktrail.gateway.limits.burst=10000");
    private final Suite byKey = Suite.inOneProcess("asktrail.gateway.limits.burst=10000");

    @AfterAll
    void stop() {
        byIssuer.close();
        byKey.close();
        forger.close();
    }

    Stream<Forger.Request> forgedAtTheIssuer() {
        return forger.atTheIssuer(byKey.outsideKey());
    }

    Stream<Forger.Request> forgedWithoutTheLocalKey() {
        return forger.atTheLocalKey(byKey.outsideKey());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgedAtTheIssuer")
    void getsNobodyInWhereAnIssuerIsBelieved(Forger.Request forged) {
        assertRefused(forged, byIssuer);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgedWithoutTheLocalKey")
    void getsNobodyInWhereTheLocalKeyIsBelieved(Forger.Request forged) {
        assertRefused(forged, byKey);
    }

    private static void assertRefused(Forger.Request forged, Suite suite) {
        var reply = Web.at(suite.port())
                .post(forged.address(), "{\"question\":\"x\"}", forged.headers().toArray(String[]::new));
        Doors.assertProblem(reply, 401, "UNAUTHENTICATED");
        assertThat(reply.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertThat(reply.body()).doesNotContain("Exception", "JWT", "JWS", "JWK", "Signed");
    }

    @Test
    void areOfMoreThanFortyKinds() {
        assertThat(forgedAtTheIssuer().map(Forger.Request::name).distinct()).hasSizeGreaterThanOrEqualTo(40);
        assertThat(forgedWithoutTheLocalKey().map(Forger.Request::name).distinct())
                .hasSizeGreaterThanOrEqualTo(40);
    }

    /** Else all of the above could be refused for another reason. */
    @Test
    void areForgedFromTokensThatLetTheirBearersIn() {
        for (var header : List.of("Bearer ", "bearer ", "BEARER ")) {
            assertThat(ask(byIssuer, header + forger.good())).isEqualTo(200);
            assertThat(ask(byKey, header + forger.goodLocal(byKey.outsideKey())))
                    .isEqualTo(200);
        }
    }

    private static int ask(Suite suite, String authorization) {
        return Web.at(suite.port())
                .post("/v1/ask", "{\"question\":\"x\"}", "Authorization", authorization)
                .statusCode();
    }
}
