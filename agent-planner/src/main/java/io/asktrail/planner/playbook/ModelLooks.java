package io.asktrail.planner.playbook;

import io.asktrail.contracts.agent.PlaybookAgent;
import io.asktrail.contracts.answer.Cost;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.diagnosis.NextLook;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.model.LanguageModel;
import io.asktrail.model.ModelSettings;
import io.asktrail.registry.CurrentRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a model which parts to look at next, and when enough was seen. It chooses among the looks that a playbook could
 * make, so whatever it says is a question that anybody might ask; each is planned and guarded like those. A model that is
 * down, slow or talks nonsense leaves the choice to the playbook.
 */
public final class ModelLooks implements PlaybookAgent {
    private static final Logger log = LoggerFactory.getLogger(ModelLooks.class);
    private static final int TRIES = 3;

    /** What a look needs after it was named, and the answer after that. */
    private static final Duration FOR_THE_REST = Duration.ofSeconds(4);

    private final PlaybookPlanner playbooks;
    private final CurrentRegistry registries;
    private final LanguageModel model;
    private final ModelSettings settings;
    private final Clock clock;

    public ModelLooks(
            PlaybookPlanner playbooks,
            CurrentRegistry registries,
            LanguageModel model,
            ModelSettings settings,
            Clock clock) {
        this.playbooks = playbooks;
        this.registries = registries;
        this.model = model;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public NextLook next(CallContext call, NextRequest request) {
        var byPlaybook = playbooks.next(call, request);
        return byPlaybook instanceof NextLook.Look look && isOfParts(look)
                ? asked(call, request, look, playbooks.open(call, request))
                : byPlaybook;
    }

    // How much it changed as a whole is always looked at first: without it no part says anything. What a playbook looks
    // at
    // by day it needs whole.
    private static boolean isOfParts(NextLook.Look look) {
        return look.looks().stream()
                .allMatch(task -> task.compare() != null && !task.groupBy().isEmpty());
    }

    private NextLook asked(CallContext call, NextRequest request, NextLook.Look byPlaybook, List<TaskSpec> open) {
        var prompt = new LookPrompt(registries.get(), request, open);
        var faults = List.<String>of();
        var cost = Cost.NONE;
        for (var attempt = 0; attempt < TRIES && cost.tokens() < settings.maxTokens(); attempt++) {
            var wait = longestWait(call);
            if (wait.isZero()) {
                break;
            }
            var reply = model.reply(prompt.request(faults), wait);
            cost = cost.plus(reply.cost());
            switch (reply) {
                case LanguageModel.Reply.NotThere _ -> {
                    return of(byPlaybook, cost);
                }
                case LanguageModel.Reply.Useless _ -> faults = List.of("the reply was empty or cut off");
                case LanguageModel.Reply.Text text -> {
                    var judged = LookReply.judge(text.text(), request, open, call.language());
                    if (judged.isRight()) {
                        return judged.next(cost);
                    }
                    faults = judged.faults();
                }
            }
        }
        log.atInfo().addKeyValue("faults", faults.size()).log("no look by model");
        return of(byPlaybook, cost);
    }

    private static NextLook of(NextLook.Look byPlaybook, Cost cost) {
        return new NextLook.Look(byPlaybook.thought(), byPlaybook.looks(), cost);
    }

    private Duration longestWait(CallContext call) {
        var left = call.deadline().remaining(clock).minus(FOR_THE_REST);
        var wait = left.compareTo(settings.timeout()) < 0 ? left : settings.timeout();
        return wait.isNegative() ? Duration.ZERO : wait;
    }
}
