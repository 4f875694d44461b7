package io.asktrail.orchestrator.execution;

import io.asktrail.contracts.agent.AdsAgent;
import io.asktrail.contracts.agent.ComputeAgent;
import io.asktrail.contracts.agent.DataAgent;
import io.asktrail.contracts.agent.SalesAgent;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.id.StepId;
import io.asktrail.contracts.plan.Step;
import io.asktrail.contracts.result.Freshness;
import io.asktrail.contracts.result.Note;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.ColumnType;
import io.asktrail.contracts.table.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Agents that do as they are told, and remember what they were asked. */
final class FakeAgents {
    final Source ads = new Source();
    final Source sales = new Source();
    final Compute compute = new Compute();

    /** One row of numbers under their names. */
    static Table table(String... namesAndNumbers) {
        var columns = new ArrayList<Column>();
        var row = new ArrayList<@Nullable Object>();
        for (var i = 0; i < namesAndNumbers.length; i += 2) {
            columns.add(new Column(namesAndNumbers[i], namesAndNumbers[i], ColumnType.NUMBER, null));
            row.add(new BigDecimal(namesAndNumbers[i + 1]));
        }
        return new Table(columns, List.of(row));
    }

    static StepResult rows(Table table) {
        return new StepResult.Rows(table, table.size(), false, null, List.of(), null, List.of(), 0);
    }

    static final class Source implements AdsAgent, SalesAgent {
        final List<TemplateRequest> templates = new ArrayList<>();
        final List<String> keys = Collections.synchronizedList(new ArrayList<>());
        private Callable<Table> answer = () -> table("spend", "1");
        private @Nullable String lost;

        void answering(Callable<Table> answer) {
            this.answer = answer;
        }

        /** Rows without a metric that the source no longer has. */
        void lacking(String sentence, Callable<Table> answer) {
            this.answer = answer;
            lost = sentence;
        }

        void failing(ErrorCode code) {
            answer = () -> {
                throw new SuiteException(code, "It is down.");
            };
        }

        @Override
        public StepResult template(CallContext call, TemplateRequest request) {
            templates.add(request);
            return given(call);
        }

        @Override
        public StepResult fetch(CallContext call, FetchRequest request) {
            return given(call);
        }

        private StepResult told(Table table) {
            var notes = lost == null ? List.<Note>of() : List.of(Note.caveat(Note.METRIC_LOST, lost));
            return new StepResult.Rows(table, table.size(), false, null, notes, null, List.of(), 0);
        }

        private StepResult given(CallContext call) {
            keys.add(call.idempotencyKey());
            try {
                return told(answer.call());
            } catch (RuntimeException failure) {
                throw failure;
            } catch (Exception interrupted) {
                throw new SuiteException(ErrorCode.CANCELLED, "It was stopped.", interrupted);
            }
        }

        @Override
        public DataAgent.ValueFeed values(CallContext call, ValueRequest request) {
            return new ValueFeed(request.dimension(), List.of(), true);
        }

        @Override
        public List<Freshness> freshness(CallContext call) {
            return List.of();
        }
    }

    static final class Compute implements ComputeAgent {
        @Nullable
        Step step;

        Map<StepId, Table> inputs = Map.of();

        @Override
        public StepResult compute(CallContext call, ComputeRequest request) {
            step = request.step();
            inputs = request.inputs();
            return rows(table("blended_roas", "5"));
        }
    }
}
