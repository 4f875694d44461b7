package io.asktrail.orchestrator.answering;

import io.asktrail.contracts.agent.AdsAgent;
import io.asktrail.contracts.agent.ComposerAgent;
import io.asktrail.contracts.agent.DataAgent;
import io.asktrail.contracts.agent.SalesAgent;
import io.asktrail.contracts.answer.AnswerStatus;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.result.Freshness;
import io.asktrail.contracts.task.Help;
import io.asktrail.contracts.task.TaskSpec;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Questions about Asktrail itself: what a metric means, what can be asked, how fresh the data are. */
final class HelpDesk {
    private static final Logger log = LoggerFactory.getLogger(HelpDesk.class);

    private final ComposerAgent composer;
    private final List<DataAgent> sources;

    HelpDesk(ComposerAgent composer, AdsAgent ads, SalesAgent sales) {
        this.composer = composer;
        this.sources = List.of(ads, sales);
    }

    WorkedOut explain(CallContext call, TaskSpec task) {
        var asked = task.help();
        var freshness = asked != null && asked.topic() == Help.Topic.FRESHNESS ? freshness(call) : List.<Freshness>of();
        var draft = composer.help(call, new ComposerAgent.HelpRequest(task, freshness));
        return WorkedOut.of(AnswerStatus.ANSWERED, draft, null, List.of(), List.of(), freshness);
    }

    private List<Freshness> freshness(CallContext call) {
        var all = new ArrayList<Freshness>();
        for (var source : sources) {
            try {
                all.addAll(source.freshness(call));
            } catch (SuiteException down) {
                // What a metric means does not depend on a source being up.
                log.atWarn().addKeyValue("code", down.code()).log("freshness is unknown");
            }
        }
        return all;
    }
}
