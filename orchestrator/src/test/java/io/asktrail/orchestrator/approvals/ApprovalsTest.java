package io.asktrail.orchestrator.approvals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.task.Entities;
import io.asktrail.contracts.task.Period;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.orchestrator.state.StateDatabase;
import io.asktrail.orchestrator.state.TestState;
import io.asktrail.registry.Registry;
import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** With the demo's policies and a real PostgreSQL, in which the log of what happened is looked up by hand. */
class ApprovalsTest {
    private static final Registry DEMO = RegistryLoader.load(RegistryLocation.bundled("demo"));
    private static final StateDatabase STATE = TestState.of("approvals", 4);
    private static final Duration OPEN = Duration.ofDays(7);
    private static final Duration APPROVED = Duration.ofHours(24);

    private static final Caller ASHA = caller("asha", Role.ANALYST, "Delhi");
    private static final Caller MEERA = caller("meera", Role.MANAGER, "*");
    private static final Caller RAVI = caller("ravi", Role.ANALYST, "*");
    private static final Subject ROWS = new Subject.OfRows(task("Delhi", 2));
    private static final Subject ANSWER = new Subject.OfAnswer("ans_1", task("Delhi", 2));

    private Instant now = Instant.parse("2026-01-05T06:00:00Z");
    private final Approvals approvals = approvals(DEMO);

    @AfterAll
    static void close() {
        STATE.close();
    }

    @Test
    void letsSomebodyElseConsentAndThenTheRequesterFetch() throws Exception {
        // Given
        var asked = approvals.request(ASHA, ROWS, "Order lines of Delhi.", " for the audit ");

        // When
        var decided = approvals.decide(MEERA, asked.id(), true, "fine");
        var redeemed = approvals.redeem(ASHA, asked.id(), ROWS);
        approvals.exported(ASHA, redeemed, "file1");

        // Then
        assertThat(asked.status()).isEqualTo(ApprovalStatus.REQUESTED);
        assertThat(decided.status()).isEqualTo(ApprovalStatus.APPROVED);
        assertThat(decided.decidedBy()).isEqualTo("meera");
        assertThat(decided.expiresAt()).isEqualTo(now.plus(APPROVED));
        assertThat(redeemed.subject()).isEqualTo(ROWS);
        assertThat(events(asked.id()))
                .containsExactly("asha requested for the audit", "meera approved fine", "asha exported file1");
        assertThat(approvals.find(ASHA, asked.id()).history())
                .extracting(Approval.Event::event)
                .containsExactly("requested", "approved", "exported");
    }

    @Test
    void letsNobodyConsentToTheirOwn() throws Exception {
        // Given a manager, who may consent to what others ask for
        var own = approvals.request(MEERA, ROWS, "Order lines.", "for me");

        // When / Then
        assertRefused(() -> approvals.decide(MEERA, own.id(), true, null), ErrorCode.FORBIDDEN);
        assertThat(approvals.toDecide(MEERA)).extracting(Approval::id).doesNotContain(own.id());
        assertThat(events(own.id())).containsExactly("meera requested for me");
    }

    @Test
    void isNothingToWhoeverNeitherAskedNorMayDecide() {
        // Given
        var asked = approvals.request(ASHA, ROWS, "Order lines.", "audit");

        // When / Then
        assertRefused(() -> approvals.find(RAVI, asked.id()), ErrorCode.UNKNOWN_ID);
        assertRefused(() -> approvals.decide(RAVI, asked.id(), true, null), ErrorCode.UNKNOWN_ID);
        assertRefused(() -> approvals.redeem(RAVI, asked.id(), ROWS), ErrorCode.UNKNOWN_ID);
        assertRefused(() -> approvals.redeem(MEERA, asked.id(), ROWS), ErrorCode.UNKNOWN_ID);
        assertRefused(() -> approvals.find(MEERA, "apr_nothing"), ErrorCode.UNKNOWN_ID);
    }

    @Test
    void letsNobodyLetOutMoreThanTheyMaySee() {
        // Given
        var everywhere = approvals.request(RAVI, ROWS, "Order lines.", "audit");
        var ofKerala = caller("kavya", Role.MANAGER, "Kerala");

        // When / Then
        assertRefused(() -> approvals.decide(ofKerala, everywhere.id(), true, null), ErrorCode.FORBIDDEN);
        assertThat(approvals.toDecide(ofKerala)).extracting(Approval::id).doesNotContain(everywhere.id());
    }

    @Test
    void givesNoFileBeforeItIsDecidedNorAfterARejection() {
        // Given
        var asked = approvals.request(ASHA, ROWS, "Order lines.", "audit");
        assertRefused(() -> approvals.redeem(ASHA, asked.id(), ROWS), ErrorCode.APPROVAL_NEEDED);

        // When
        approvals.decide(MEERA, asked.id(), false, "too much");

        // Then
        assertThatThrownBy(() -> approvals.redeem(ASHA, asked.id(), ROWS))
                .isInstanceOfSatisfying(SuiteException.class, refused -> {
                    assertThat(refused.code()).isEqualTo(ErrorCode.FORBIDDEN);
                    assertThat(refused.forCaller()).isEqualTo("meera has rejected this: too much.");
                });
    }

    @Test
    void decidesOnce() {
        // Given
        var asked = approvals.request(ASHA, ROWS, "Order lines.", "audit");
        approvals.decide(MEERA, asked.id(), false, null);

        // When / Then
        assertRefused(() -> approvals.decide(MEERA, asked.id(), true, null), ErrorCode.ALREADY_DECIDED);
        assertThat(approvals.find(ASHA, asked.id()).status()).isEqualTo(ApprovalStatus.REJECTED);
    }

    @Test
    void countsOneOfTwoDecisionsAtTheSameMoment() throws Exception {
        // Given
        var asked = approvals.request(ASHA, ROWS, "Order lines.", "audit");
        var deciders = new ArrayList<Callable<Boolean>>();
        for (var i = 0; i < 8; i++) {
            var decider = caller("manager" + i, Role.MANAGER, "*");
            var approves = i % 2 == 0;
            deciders.add(() -> {
                try {
                    approvals.decide(decider, asked.id(), approves, null);
                    return true;
                } catch (SuiteException late) {
                    return false;
                }
            });
        }

        // When
        int counted;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var won = 0;
            for (var done : threads.invokeAll(deciders)) {
                won += done.get() ? 1 : 0;
            }
            counted = won;
        }

        // Then
        assertThat(counted).isEqualTo(1);
        assertThat(events(asked.id())).hasSize(2);
    }

    @Test
    void isVoidForAnotherQuery() throws Exception {
        // Given
        var asked = approvals.request(ASHA, ROWS, "Order lines.", "audit");
        approvals.decide(MEERA, asked.id(), true, null);

        // When a day more is wanted
        assertRefused(
                () -> approvals.redeem(ASHA, asked.id(), new Subject.OfRows(task("Delhi", 3))),
                ErrorCode.ALREADY_DECIDED);

        // Then even what was approved is no longer
        assertThat(approvals.find(ASHA, asked.id()).status()).isEqualTo(ApprovalStatus.VOID);
        assertRefused(() -> approvals.redeem(ASHA, asked.id(), ROWS), ErrorCode.ALREADY_DECIDED);
        assertThat(events(asked.id()).getLast()).startsWith("asha voided");
    }

    @Test
    void isVoidUnderOtherRights() {
        // Given
        var asked = approvals.request(ASHA, ROWS, "Order lines.", "audit");
        approvals.decide(MEERA, asked.id(), true, null);

        // When her token opens more
        var more = caller("asha", Role.ANALYST, "Delhi", "Kerala");

        // Then
        assertRefused(() -> approvals.redeem(more, asked.id(), ROWS), ErrorCode.ALREADY_DECIDED);
        assertThat(approvals.find(ASHA, asked.id()).status()).isEqualTo(ApprovalStatus.VOID);
    }

    @Test
    void isVoidForAnAnswerOnceItIsAnother() {
        // Given
        var asked = approvals.request(ASHA, ANSWER, "An answer.", "slide");
        approvals.decide(MEERA, asked.id(), true, null);

        // When / Then
        assertRefused(
                () -> approvals.redeem(ASHA, asked.id(), new Subject.OfAnswer("ans_2", task("Delhi", 2))),
                ErrorCode.ALREADY_DECIDED);
    }

    @Test
    void endsIfNobodyDecidesInTime() {
        // Given
        var asked = approvals.request(ASHA, ROWS, "Order lines.", "audit");

        // When
        now = now.plus(OPEN);

        // Then
        assertThat(approvals.find(ASHA, asked.id()).status()).isEqualTo(ApprovalStatus.EXPIRED);
        assertRefused(() -> approvals.decide(MEERA, asked.id(), true, null), ErrorCode.EXPIRED);
        assertRefused(() -> approvals.redeem(ASHA, asked.id(), ROWS), ErrorCode.EXPIRED);
        assertThat(approvals.toDecide(MEERA)).extracting(Approval::id).doesNotContain(asked.id());
    }

    @Test
    void endsIfTheFileIsNotFetchedInTime() {
        // Given
        var asked = approvals.request(ASHA, ROWS, "Order lines.", "audit");
        approvals.decide(MEERA, asked.id(), true, null);

        // When
        now = now.plus(APPROVED);

        // Then
        assertRefused(() -> approvals.redeem(ASHA, asked.id(), ROWS), ErrorCode.EXPIRED);
    }

    @Test
    void listsWhatConcernsWhom() {
        // Given
        var rows = approvals.request(ASHA, ROWS, "Order lines.", "audit");
        var later = approvals.request(ASHA, ANSWER, "An answer.", "slide");

        // When / Then
        assertThat(approvals.mine(ASHA)).extracting(Approval::id).contains(rows.id(), later.id());
        assertThat(approvals.mine(RAVI)).extracting(Approval::id).doesNotContain(rows.id());
        assertThat(approvals.toDecide(MEERA)).extracting(Approval::id).contains(rows.id(), later.id());
        assertThat(approvals.toDecide(ASHA)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void wantsAReason(String none) {
        assertRefused(() -> approvals.request(ASHA, ROWS, "Order lines.", none), ErrorCode.MALFORMED_REQUEST);
        assertRefused(
                () -> approvals.request(ASHA, ROWS, "Order lines.", "x".repeat(2_001)), ErrorCode.MALFORMED_REQUEST);
    }

    private Approvals approvals(Registry registry) {
        var clock = new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
        var store = new ApprovalStore(STATE, JsonMapper.shared(), clock);
        return new Approvals(store, () -> registry, JsonMapper.shared(), OPEN, APPROVED, clock);
    }

    private static List<String> events(String id) {
        return STATE.jdbc()
                .sql("select concat_ws(' ', sub, event, detail) from approval_events where approval_id = :id order"
                        + " by id")
                .param("id", id)
                .query(String.class)
                .list();
    }

    private static TaskSpec task(String geo, int days) {
        var period = new Period(
                LocalDate.of(2025, 11, 1), LocalDate.of(2025, 11, days), ZoneId.of("Asia/Kolkata"), null, null);
        return TaskSpec.query(List.of(new MetricId("net_sales")), period)
                .entities(Entities.NONE.with(new DimensionId("geo"), List.of(geo)))
                .build();
    }

    private static void assertRefused(ThrowingCallable call, ErrorCode code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        SuiteException.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private static Caller caller(String sub, Role role, String... regions) {
        return new Caller(sub, List.of(role), List.copyOf(Set.of(regions)), List.of(), List.of());
    }
}
