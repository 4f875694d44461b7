package io.asktrail.cli.service;

import io.asktrail.cli.CliFailure;
import io.asktrail.cli.Context;
import io.asktrail.cli.ExitCodes;
import io.asktrail.cli.HelpOption;
import io.asktrail.cli.launch.JavaProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code asktrail load}. */
@Command(
        name = "load",
        header = "Load files of your own.",
        synopsisSubcommandLabel = "orders",
        footerHeading = "%nExamples:%n",
        footer = {"  ./asktrail load orders orders.csv", "  ./asktrail load orders report-april.txt.gz"})
public final class LoadCommand {
    private static final String MAIN_CLASS = "io.asktrail.local.LoadOrdersMain";

    private final Context context;

    @Mixin
    private @Nullable HelpOption help;

    public LoadCommand(Context context) {
        this.context = context;
    }

    @Command(
            name = "orders",
            header = "Load an Amazon order file, plain or gzip, into the workspace 'orders' and use it.",
            description =
                    "Loading the same file again changes nothing. A report says what was loaded, repaired, set aside.")
    int orders(
            @Mixin HelpOption orderHelp, @Parameters(paramLabel = "FILE", description = "The order file.") Path file) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new CliFailure(ExitCodes.USAGE, "There is no file %s that can be read.".formatted(file));
        }
        var exitCode = new JavaProgram(context.services().installation(), MAIN_CLASS, "512m")
                .run(List.of(file.toAbsolutePath().toString()));
        if (exitCode == ExitCodes.OK) {
            context.services().followWorkspace();
        }
        return exitCode;
    }
}
