package io.asktrail.orchestrator.execution;

import io.asktrail.contracts.agent.AdsAgent;
import io.asktrail.contracts.agent.DataAgent.FetchRequest;
import io.asktrail.contracts.agent.DataAgent.ValueFeed;
import io.asktrail.contracts.agent.DataAgent.ValueRequest;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.result.Freshness;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.service.tracing.Spans;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A runner over an ads agent that gives one number, or fails where it is told to. */
public final class TestRunner {
    private final AtomicInteger calls = new AtomicInteger();
    private @Nullable String failing;
    private ErrorCode code = ErrorCode.SOURCE_DOWN;

    public void failWhenGroupedBy(String dimension, ErrorCode failure) {
        failing = dimension;
        code = failure;
    }

    public int calls() {
        return calls.get();
    }

    public RunJournal journal() {
        return new ForgetfulJournal("run1");
    }

    public PlanRunner runner() {
        var fakes = new FakeAgents();
        return new PlanRunner(
                UnprotectedCalls.of(new StepCaller(new Ads(), fakes.sales, fakes.compute)),
                Spans.none(),
                Clock.systemUTC());
    }

    private final class Ads implements AdsAgent {
        @Override
        public StepResult fetch(CallContext call, FetchRequest request) {
            calls.incrementAndGet();
            var fails = request.inputs().groupBy().stream()
                    .anyMatch(dimension -> dimension.value().equals(failing));
            return fails
                    ? new StepResult.Missing(code, "It is down.")
                    : FakeAgents.rows(FakeAgents.table("spend", "1"));
        }

        @Override
        public ValueFeed values(CallContext call, ValueRequest request) {
            return new ValueFeed(request.dimension(), List.of(), true);
        }

        @Override
        public List<Freshness> freshness(CallContext call) {
            return List.of();
        }
    }
}
