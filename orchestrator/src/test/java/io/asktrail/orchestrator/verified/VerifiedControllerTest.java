package io.asktrail.orchestrator.verified;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asktrail.contracts.agent.VerifiedAgent;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Deadline;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.id.VerifiedId;
import io.asktrail.contracts.task.TaskRequest;
import io.asktrail.contracts.verified.VerifiedChange;
import io.asktrail.contracts.verified.VerifiedQuestion;
import io.asktrail.contracts.verified.Vouched;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class VerifiedControllerTest {
    private static final VerifiedQuestion USUAL = new VerifiedQuestion(
            new VerifiedId("usual"),
            List.of("the usual"),
            JsonMapper.shared().readValue("{\"metrics\":[\"spend\"]}", TaskRequest.class));
    private static final Vouched VOUCHED =
            new Vouched(USUAL, Vouched.Source.APPROVED, "ravi", Instant.parse("2025-08-20T06:30:00Z"));

    private final List<String> calls = new ArrayList<>();
    private final VerifiedController controller = new VerifiedController(new RecordedRouter());

    /** Writes down who called it for what. */
    private final class RecordedRouter implements VerifiedAgent {
        @Override
        public List<Vouched> list(CallContext call) {
            calls.add(call.caller().sub() + " list");
            return List.of(VOUCHED);
        }

        @Override
        public Vouched approve(CallContext call, VerifiedQuestion question) {
            calls.add(call.caller().sub() + " approve " + question.id());
            return VOUCHED;
        }

        @Override
        public Vouched remove(CallContext call, VerifiedId id) {
            calls.add(call.caller().sub() + " remove " + id);
            return VOUCHED;
        }

        @Override
        public List<VerifiedChange> changes(CallContext call) {
            calls.add(call.caller().sub() + " changes");
            return List.of();
        }
    }

    private static CallContext call(Role role) {
        return new CallContext(
                new Caller("ravi", List.of(role), List.of("*"), List.of(), List.of()),
                new Deadline(Instant.MAX),
                "test");
    }

    @Test
    void passesOnWhatAnAdministratorSays() {
        // When
        assertThat(controller.list(call(Role.ADMIN))).containsExactly(VOUCHED);
        controller.approve(call(Role.ADMIN), USUAL);
        controller.remove(call(Role.ADMIN), "usual");
        controller.changes(call(Role.ADMIN));

        // Then
        assertThat(calls).containsExactly("ravi list", "ravi approve usual", "ravi remove usual", "ravi changes");
    }

    @Test
    void passesOnNothingOfAnybodyElse() {
        for (var role : List.of(Role.VIEWER, Role.ANALYST, Role.MANAGER)) {
            assertForbidden(() -> controller.list(call(role)));
            assertForbidden(() -> controller.approve(call(role), USUAL));
            assertForbidden(() -> controller.remove(call(role), "usual"));
            assertForbidden(() -> controller.changes(call(role)));
        }
        assertThat(calls).isEmpty();
    }

    private static void assertForbidden(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        SuiteException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.FORBIDDEN));
    }

    @Test
    void saysWhatAnIdLooksLike() {
        assertThatThrownBy(() -> controller.remove(call(Role.ADMIN), "No Id!"))
                .isInstanceOfSatisfying(
                        SuiteException.class,
                        wrong -> assertThat(wrong.forCaller()).contains("small letters"));
    }
}
