package io.asktrail.cli.service;

import io.asktrail.cli.Context;
import io.asktrail.cli.HelpOption;
import io.asktrail.cli.launch.JavaProgram;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code asktrail registry}. */
@Command(
        name = "registry",
        header = "Work on registries: the YAML files that know the business.",
        synopsisSubcommandLabel = "lint",
        footerHeading = "%nExamples:%n",
        footer = {"  ./asktrail registry lint", "  ./asktrail registry lint ~/our-registry"})
public final class RegistryCommand {
    private static final String MAIN_CLASS = "io.asktrail.registry.loading.LintCommand";

    private final Context context;

    @Mixin
    private @Nullable HelpOption help;

    public RegistryCommand(Context context) {
        this.context = context;
    }

    @Command(name = "lint", header = "Check a registry and list every fault with file and line.")
    int lint(
            @Mixin HelpOption lintHelp,
            @Parameters(arity = "0..1", paramLabel = "FOLDER", description = "The registry; else the one in use.")
                    @Nullable
                    Path folder) {
        return new JavaProgram(context.services().installation(), MAIN_CLASS, "256m")
                .run(
                        folder == null
                                ? List.of()
                                : List.of(folder.toAbsolutePath().toString()));
    }
}
