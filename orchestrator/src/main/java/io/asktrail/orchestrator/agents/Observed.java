package io.asktrail.orchestrator.agents;

import io.asktrail.contracts.agent.ComposerAgent;
import io.asktrail.contracts.agent.FilesAgent;
import io.asktrail.contracts.agent.InsightsAgent;
import io.asktrail.contracts.agent.PlannerAgent;
import io.asktrail.contracts.agent.PlaybookAgent;
import io.asktrail.contracts.agent.RouterAgent;
import io.asktrail.contracts.answer.Draft;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.file.ExportedFile;
import io.asktrail.contracts.file.FileOrder;
import io.asktrail.service.tracing.Spans;
import io.micrometer.common.KeyValues;
import java.io.InputStream;
import java.util.List;
import java.util.function.Supplier;

/** Agents with a span around each call, so that a trace shows them in one process as it does across several. */
public final class Observed {
    private Observed() {}

    public static RouterAgent router(RouterAgent router, Spans spans) {
        return (call, question) -> in("agent-router interpret", spans, () -> router.interpret(call, question));
    }

    public static PlannerAgent planner(PlannerAgent planner, Spans spans) {
        return (call, request) -> in("agent-planner plan", spans, () -> planner.plan(call, request));
    }

    public static ComposerAgent composer(ComposerAgent composer, Spans spans) {
        return new ComposerAgent() {
            @Override
            public Draft compose(CallContext call, ComposeRequest request) {
                return in("agent-composer compose", spans, () -> composer.compose(call, request));
            }

            @Override
            public Draft explain(CallContext call, ExplainRequest request) {
                return in("agent-composer explain", spans, () -> composer.explain(call, request));
            }

            @Override
            public Draft help(CallContext call, HelpRequest request) {
                return in("agent-composer help", spans, () -> composer.help(call, request));
            }

            @Override
            public Drawn draw(CallContext call, DrawRequest request) {
                return in("agent-composer draw", spans, () -> composer.draw(call, request));
            }
        };
    }

    public static PlaybookAgent playbooks(PlaybookAgent playbooks, Spans spans) {
        return (call, request) -> in("agent-planner next", spans, () -> playbooks.next(call, request));
    }

    public static InsightsAgent insights(InsightsAgent insights, Spans spans) {
        return (call, request) -> in("agent-insights findings", spans, () -> insights.findings(call, request));
    }

    public static FilesAgent files(FilesAgent files, Spans spans) {
        return new FilesAgent() {
            @Override
            public ExportedFile write(CallContext call, FileOrder order) {
                return in("agent-files write", spans, () -> files.write(call, order));
            }

            @Override
            public List<ExportedFile> list(CallContext call) {
                return in("agent-files list", spans, () -> files.list(call));
            }

            @Override
            public ExportedFile find(CallContext call, String id) {
                return in("agent-files find", spans, () -> files.find(call, id));
            }

            @Override
            public InputStream content(CallContext call, String id) {
                return in("agent-files content", spans, () -> files.content(call, id));
            }

            @Override
            public void delete(CallContext call, String id) {
                in("agent-files delete", spans, () -> {
                    files.delete(call, id);
                    return true;
                });
            }
        };
    }

    private static <T> T in(String name, Spans spans, Supplier<T> work) {
        return spans.within("asktrail.agent", KeyValues.of("call", name), work::get);
    }
}
