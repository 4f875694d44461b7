package io.asktrail.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Logins at a real Keycloak: {@code mvn -Pkeycloak -pl gateway -am test}. */
@Tag("keycloak")
@EnabledIfSystemProperty(named = KeycloakServer.FOLDER, matches = ".+")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeycloakTest {
    private final KeycloakServer keycloak = KeycloakServer.start();
    private final Suite suite = Suite.inOneProcess(
            "asktrail.gateway.issuer-uri=" + keycloak.issuer(),
            "asktrail.gateway.claims.roles=realm_access.roles",
            "asktrail.gateway.console-client-id=asktrail-page");
    private final Web web = Web.at(suite.port());

    @AfterAll
    void stop() {
        suite.close();
        keycloak.close();
    }

    private static Map<String, String> person(String client, String name, String password) {
        return Map.of("grant_type", "password", "client_id", client, "username", name, "password", password);
    }

    @Test
    void letsAPersonAskWithTheRightsThatKeycloakSays() throws Exception {
        // Given
        var token = keycloak.token(person("asktrail-page", "asha", "correct horse"));

        // When
        var reply = web.post("/v1/ask", "{\"question\":\"ROAS?\"}", "Authorization", "Bearer " + token);

        // Then
        var caller = Web.json(reply).get("caller");
        assertThat(caller.get("roles").toString()).isEqualTo("[\"analyst\"]");
        assertThat(caller.get("regions").toString()).isEqualTo("[\"Delhi\",\"Goa\"]");
        assertThat(caller.get("sub").asString()).isNotBlank();
    }

    @Test
    void letsAProgramAskAsItself() throws Exception {
        // Given
        var token = keycloak.token(
                Map.of("grant_type", "client_credentials", "client_id", "nightly", "client_secret", "for tests alone"));

        // When
        var reply = web.post("/v1/ask", "{\"question\":\"ROAS?\"}", "Authorization", "Bearer " + token);

        // Then
        assertThat(Web.json(reply).get("caller").get("roles").toString()).isEqualTo("[\"viewer\"]");
        assertThat(Web.json(reply).get("caller").get("regions").toString()).isEqualTo("[]");
    }

    @Test
    void letsNobodyInWithoutARoleOrWithATokenForSomethingElse() throws Exception {
        // Given
        var noRole = keycloak.token(person("asktrail-page", "ravi", "battery staple"));
        var other = keycloak.token(person("something-else", "asha", "correct horse"));

        // When / Then
        var refused = web.get("/v1/trace", "Authorization", "Bearer " + noRole);
        Doors.assertProblem(refused, 401, "UNAUTHENTICATED");
        assertThat(refused.body()).contains("gives you no role");
        Doors.assertProblem(web.get("/v1/trace", "Authorization", "Bearer " + other), 401, "UNAUTHENTICATED");
    }

    @Test
    void tellsPagesToLogInThere() {
        assertThat(web.get("/login-settings.json").body())
                .isEqualTo("{\"kind\":\"oidc\",\"authority\":\"%s\",\"client_id\":\"asktrail-page\"}"
                        .formatted(keycloak.issuer()));
    }
}
