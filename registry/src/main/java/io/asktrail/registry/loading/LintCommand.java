package io.asktrail.registry.loading;

import io.asktrail.registry.Registry;
import io.asktrail.registry.tool.Capability;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Objects;

/** Checks registries from the command line: {@code [FOLDER…]}, or those that come with the program. */
public final class LintCommand {
    private final PrintStream out;

    LintCommand(PrintStream out) {
        this.out = out;
    }

    /** Exits with 0 if every registry is right, with 1 if one is not. */
    public static void main(String[] arguments) {
        System.exit(new LintCommand(System.out).run(arguments));
    }

    int run(String... folders) {
        var faults = folders.length == 0
                ? lint(RegistryLocation.bundled("demo")) + lint(RegistryLocation.bundled("orders"))
                : Arrays.stream(folders)
                        .mapToInt(folder -> lint(RegistryLocation.of(folder, "demo")))
                        .sum();
        return faults == 0 ? 0 : 1;
    }

    // No fault, but what an operator must know who takes row policies for granted.
    private void notes(Registry registry) {
        registry.tools().values().stream()
                .filter(tool -> !tool.rls())
                .filter(tool -> tool.capabilities().stream()
                        .map(Capability::table)
                        .filter(Objects::nonNull)
                        .anyMatch(table -> !registry.table(table).rowFilters().isEmpty()))
                .forEach(tool -> out.printf(
                        "tools/%s.yaml: note: rls is false, so that the statement alone narrows rows to a caller's"
                                + " regions%n",
                        tool.id()));
    }

    private int lint(RegistryLocation location) {
        try {
            var registry = RegistryLoader.load(location);
            out.printf(
                    "%s: no faults. Version %s: %d metrics, %d dimensions, %d tables, %d tools, %d policies.%n",
                    location,
                    registry.version(),
                    registry.metrics().size(),
                    registry.dimensions().size(),
                    registry.tables().size(),
                    registry.tools().size(),
                    registry.policies().size());
            notes(registry);
            return 0;
        } catch (RegistryRejected rejected) {
            rejected.findings().forEach(out::println);
            var count = rejected.findings().size();
            out.printf("%s: %d fault%s.%n", location, count, count == 1 ? "" : "s");
            return count;
        }
    }
}
