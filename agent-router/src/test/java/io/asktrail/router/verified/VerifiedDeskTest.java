package io.asktrail.router.verified;

import static io.asktrail.router.verified.VerifiedWorld.ADMIN;
import static io.asktrail.router.verified.VerifiedWorld.DEMO;
import static io.asktrail.router.verified.VerifiedWorld.caller;
import static io.asktrail.router.verified.VerifiedWorld.verified;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.id.VerifiedId;
import io.asktrail.contracts.verified.VerifiedChange;
import io.asktrail.contracts.verified.Vouched;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerifiedDeskTest {
    private static final String SPEND = "{\"metrics\":[\"spend\"]}";

    private final VerifiedWorld world = new VerifiedWorld();
    private final VerifiedDesk desk = new VerifiedDesk(world.shelf, world.store);

    private static void assertRefused(ThrowingCallable call, ErrorCode code, String sentence) {
        assertThatThrownBy(call).isInstanceOfSatisfying(SuiteException.class, refused -> {
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused.forCaller()).contains(sentence);
        });
    }

    @Test
    void listsThoseOfTheRegistryAndThoseThatWereApproved() {
        // When
        desk.approve(ADMIN, verified("usual", "the usual {time}", SPEND));

        // Then
        assertThat(desk.list(ADMIN)).hasSize(DEMO.verified().size() + 1);
        assertThat(desk.list(ADMIN))
                .filteredOn(vouched -> vouched.source() == Vouched.Source.APPROVED)
                .extracting(vouched -> vouched.verified().id().value(), Vouched::by)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("usual", "asha"));
    }

    @Test
    void tellsWhoDidWhat() {
        // When
        desk.approve(ADMIN, verified("usual", "the usual {time}", SPEND));
        desk.remove(ADMIN, new VerifiedId("usual"));

        // Then
        assertThat(desk.changes(ADMIN))
                .extracting(VerifiedChange::action, VerifiedChange::by)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(VerifiedChange.Action.REMOVED, "asha"),
                        org.assertj.core.groups.Tuple.tuple(VerifiedChange.Action.APPROVED, "asha"));
    }

    @Test
    void isClosedToAllButAdministrators() {
        var manager = caller(Role.MANAGER, "*");

        assertRefused(() -> desk.list(manager), ErrorCode.FORBIDDEN, "admin");
        assertRefused(() -> desk.changes(manager), ErrorCode.FORBIDDEN, "admin");
        assertRefused(() -> desk.remove(manager, new VerifiedId("pulse")), ErrorCode.FORBIDDEN, "admin");
        assertRefused(() -> desk.approve(manager, verified("usual", "the usual", SPEND)), ErrorCode.FORBIDDEN, "admin");
    }

    // The wording and the task that are refused, and what is said.
    @ParameterizedTest(name = "{0} meaning {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            the usual            | {"metrics":["nothing"]}                                      | There is no metric 'nothing'
            the usual            | {"metrics":[]}                                               | at least one metric
            the usual            | {"metrics":["gross_sales_to_date"]}                          | is hidden
            the usual            | {"metrics":["spend"],"group_by":["planet"]}                  | There is no dimension 'planet'
            the usual            | {"metrics":["spend"],"filters":[{"field":"x","op":"=","value":1}]} | neither a metric nor a dimension
            the usual            | {"metrics":["spend"],"time":{"start":"2025-01-01","end":"2025-01-02"}} | no fixed days
            the usual            | {"metrics":["spend"],"time":{"range":"some_day"}}            | There is no range 'some_day'
            the usual            | {"metrics":["spend"],"compare":{"kind":"explicit","start":"2025-01-01","end":"2025-01-02"}} | no fixed days
            the usual            | {"metrics":["spend"],"as_of":"2025-01-01"}                   | belong to who asks
            the usual            | {"metrics":["spend"],"limit":5}                              | no order and no limit
            the usual            | {"metrics":["spend"],"group_by":["geo"],"order_by":[{"field":"city","direction":"asc"}]} | no 'city' to be ordered by
            {limit} usual        | {"metrics":["spend"],"group_by":["geo"]}                     | needs the limit of the task
            {geo} and {geo}      | {"metrics":["spend"]}                                        | stands here twice
            {planet} usual       | {"metrics":["spend"]}                                        | is no slot
            {date} usual         | {"metrics":["spend"]}                                        | days go into {time}
            {geo} usual          | {"metrics":["spend"],"entities":{"geo":["Goa"]}}             | this wording leaves open
            {time}               | {"metrics":["spend"]}                                        | not slots alone
            the {time            | {"metrics":["spend"]}                                        | a brace is not closed
            the {Big One} usual  | {"metrics":["spend"]}                                        | lower-case letters
            please show the      | {"metrics":["spend"]}                                        | say nothing of their own
            please, kpi snapshot | {"metrics":["spend"]}                                        | says the same as
            """)
    void refusesWhatCouldNotBeFoundOrMeant(String wording, String task, String sentence) {
        assertRefused(
                () -> desk.approve(ADMIN, verified("usual", wording, task)), ErrorCode.MALFORMED_REQUEST, sentence);
        assertThat(world.store.all()).isEmpty();
    }

    @Test
    void saysWhereOneOfTheRegistryIsTakenOut() {
        assertRefused(
                () -> desk.remove(ADMIN, new VerifiedId("pulse")), ErrorCode.UNKNOWN_ID, "stands in the registry");
        assertRefused(() -> desk.remove(ADMIN, new VerifiedId("nobody")), ErrorCode.UNKNOWN_ID, "lists them");
    }

    @Test
    void saysWhatIsMissingWhereNothingCanBeKept() {
        // Given
        var without = new VerifiedDesk(world.shelf, new NoVerifiedStore());

        // Then
        assertRefused(
                () -> without.approve(ADMIN, verified("usual", "the usual", SPEND)),
                ErrorCode.NOT_SUPPORTED_YET,
                "asktrail.router.state.url");
        assertThat(without.list(ADMIN)).isNotEmpty();
        assertThat(without.changes(ADMIN)).isEmpty();
    }
}
