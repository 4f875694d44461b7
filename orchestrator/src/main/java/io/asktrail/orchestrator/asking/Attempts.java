package io.asktrail.orchestrator.asking;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.orchestrator.answering.Given;
import io.asktrail.orchestrator.audit.Inquiry;
import io.asktrail.orchestrator.runs.Run;
import io.asktrail.orchestrator.state.StateDatabase;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;

/** Sees questions to their ends: however one ends, its run and the audit are told, and its place is free again. */
final class Attempts {
    private final Admission admission;

    Attempts(Admission admission) {
        this.admission = admission;
    }

    /** An attempt from its beginning to its end. */
    Given whole(Run run, Inquiry inquiry, Function<Attempt, Given> work) {
        return audited(inquiry, () -> {
            try (var turn = admission.arrive()) {
                return work.apply(new Attempt(run, turn, inquiry));
            } catch (SuiteException failure) {
                run.fail(failure);
                throw failure;
            } catch (DataAccessException stateAway) {
                throw ended(run, StateDatabase.failure(stateAway));
            } catch (RuntimeException fault) {
                run.fail(new SuiteException(ErrorCode.BROKEN_INVARIANT, "Asktrail failed at this question.", fault));
                throw fault;
            }
        });
    }

    private static SuiteException ended(Run run, SuiteException failure) {
        try {
            run.fail(failure);
        } catch (DataAccessException stillAway) {
            // It cannot be written down that this run has failed: its lease ends, and whoever notices ends it.
            failure.addSuppressed(stillAway);
        }
        return failure;
    }

    /** Does what was asked for; the audit is told if that fails. */
    static <T> T audited(Inquiry inquiry, Supplier<T> work) {
        try {
            return work.get();
        } catch (SuiteException failure) {
            inquiry.failed(failure.code());
            throw failure;
        } catch (DataAccessException stateAway) {
            inquiry.failed(StateDatabase.failure(stateAway).code());
            throw stateAway;
        } catch (RuntimeException fault) {
            inquiry.failed(ErrorCode.BROKEN_INVARIANT);
            throw fault;
        }
    }
}
