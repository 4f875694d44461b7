package io.asktrail.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;
import java.util.stream.Stream;

/** Who may use whom, as docs/architecture.md draws it. */
public final class ModuleRules {
    private static final String ROOT = "io.asktrail.";
    private static final List<String> SERVICES = List.of(
            "gateway",
            "slack",
            "orchestrator",
            "router",
            "planner",
            "ads",
            "sales",
            "compute",
            "composer",
            "insights",
            "files",
            "mcp");

    private ModuleRules() {}

    /** All rules that hold over the classes of the whole suite. */
    public static List<ArchRule> all() {
        return Stream.of(
                        uses("contracts"),
                        uses("registry", "contracts"),
                        uses("personal"),
                        uses("guardrails", "contracts", "registry", "personal"),
                        uses("service", "contracts", "personal"),
                        uses("live", "contracts", "registry"),
                        uses("onboarding", "contracts", "registry", "personal", "live"),
                        uses("querying", "contracts", "registry", "guardrails", "live"),
                        uses("postgres"),
                        uses("copy"),
                        uses("adsstore", "copy"),
                        uses("demo", "adsstore"),
                        uses("gateway", "contracts", "service"),
                        uses("mcp", "contracts", "service"),
                        uses("slack", "contracts", "service"),
                        uses("orchestrator", "contracts", "registry", "guardrails", "service"),
                        uses("model", "contracts"),
                        uses("router", "contracts", "registry", "guardrails", "service", "model", "personal"),
                        uses("planner", "contracts", "registry", "guardrails", "service", "model"),
                        uses("ads", "contracts", "registry", "guardrails", "service", "querying", "adsstore"),
                        uses("sales", "contracts", "registry", "guardrails", "service", "querying", "copy"),
                        uses("compute", "contracts", "registry", "service"),
                        uses("composer", "contracts", "registry", "service", "model"),
                        uses("insights", "contracts", "registry", "service"),
                        uses("files", "contracts", "registry", "guardrails", "service"),
                        noSpringInRegistryAndGuardrails(),
                        contractsKnowAnnotationsOnly(),
                        onlyTheDataAgentsReachDatabases(),
                        noCyclesBetweenPackages())
                .toList();
    }

    private static ArchRule uses(String module, String... allowed) {
        var packages = Stream.concat(
                        Stream.of(ROOT + module + "..", "io.asktrail"),
                        Stream.of(allowed).map(name -> ROOT + name + ".."))
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage(ROOT + module + "..")
                .should()
                .onlyDependOnClassesThat(
                        com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage(packages)
                                .or(com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage(
                                        "io.asktrail..")))
                .as("%s uses of ours only %s".formatted(module, List.of(allowed)))
                .allowEmptyShould(false);
    }

    private static ArchRule noSpringInRegistryAndGuardrails() {
        return noClasses()
                .that()
                .resideInAnyPackage(ROOT + "registry..", ROOT + "guardrails..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .as("registry and guardrails are plain Java");
    }

    private static ArchRule contractsKnowAnnotationsOnly() {
        return classes()
                .that()
                .resideInAPackage(ROOT + "contracts..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        ROOT + "contracts..",
                        "java..",
                        "org.jspecify..",
                        "com.fasterxml.jackson.annotation..",
                        "org.springframework.web..")
                .as("contracts know annotations, and no library");
    }

    // The writer of Parquet is a database in memory that no server is behind; the rest of agent-files sees none.
    private static ArchRule onlyTheDataAgentsReachDatabases() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "files.parquet..")
                .and()
                .resideInAnyPackage(SERVICES.stream()
                        .filter(service ->
                                !List.of("ads", "sales", "orchestrator").contains(service))
                        .map(service -> ROOT + service + "..")
                        .toArray(String[]::new))
                .and()
                .resideOutsideOfPackages(ROOT + "router.state..", ROOT + "gateway.limits.shared..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.jooq..", "org.springframework.jdbc..")
                .as("only data agents, the stores of orchestrator and router, and shared limits reach a database");
    }

    private static ArchRule noCyclesBetweenPackages() {
        return SlicesRuleDefinition.slices()
                .matching("io.asktrail.(*)..")
                .should()
                .beFreeOfCycles()
                .as("no module needs itself through another");
    }
}
