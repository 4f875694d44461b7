package io.asktrail.local.split;

import io.asktrail.gateway.GatewayService;
import io.asktrail.orchestrator.OrchestratorService;
import java.util.Optional;

/** The services of the suite, in the order in which they start: who is called comes before who calls. */
enum Service {
    ROUTER("agent-router", "io.asktrail.router.RouterService"),
    PLANNER("agent-planner", "io.asktrail.planner.PlannerService"),
    ADS("agent-ads", "io.asktrail.ads.AdsService"),
    SALES("agent-sales", "io.asktrail.sales.SalesService"),
    COMPUTE("agent-compute", "io.asktrail.compute.ComputeService"),
    COMPOSER("agent-composer", "io.asktrail.composer.ComposerService"),
    INSIGHTS("agent-insights", "io.asktrail.insights.InsightsService"),
    FILES("agent-files", "io.asktrail.files.FilesService"),
    ORCHESTRATOR("orchestrator", OrchestratorService.class.getName()),
    GATEWAY("gateway", GatewayService.class.getName());

    private static final String AGENT = "agent-";
    private static final int FIRST_COMPILER = 1;
    private static final int BOTH_COMPILERS = 4;

    private final String id;
    private final String mainClass;

    Service(String id, String mainClass) {
        this.id = id;
        this.mainClass = mainClass;
    }

    /** Its name: of its module, its log, its audience. */
    String id() {
        return id;
    }

    String mainClass() {
        return mainClass;
    }

    /**
     * How far the JVM compiles it. The first compiler alone is done sooner and takes less memory, which is what counts for
     * one of ten; every request of everybody goes through the gateway and the orchestrator, which are worth the second.
     */
    int compilers() {
        return this == GATEWAY || this == ORCHESTRATOR ? BOTH_COMPILERS : FIRST_COMPILER;
    }

    /** The name under which the orchestrator looks for its address; empty if it is no agent. */
    Optional<String> agentName() {
        return id.startsWith(AGENT) ? Optional.of(id.substring(AGENT.length())) : Optional.empty();
    }
}
