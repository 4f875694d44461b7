package io.asktrail.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code asktrail} alone: says what there is. */
@Command(
        name = "asktrail",
        header = "Ask your ads and sales data in plain language; get the number and the trail behind it.",
        version = "Asktrail 0.1.0-SNAPSHOT",
        subcommands = HelpCommand.class,
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./asktrail ask \"What was ROAS last week for SB in Delhi?\"",
            "  ./asktrail ask -c \"and for Mumbai?\"",
            "  ./asktrail load orders orders.csv.gz",
            "  ./asktrail status",
            "",
            "Environment: ASKTRAIL_HOME (what is kept; default .asktrail), ASKTRAIL_PORT (default 8080),",
            "ASKTRAIL_URL and ASKTRAIL_TOKEN (ask another gateway), ASKTRAIL_REGISTRY (a registry of your own)."
        })
final class RootCommand implements Callable<Integer> {
    @Mixin
    private @Nullable HelpOption help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    private boolean version;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        var line = Objects.requireNonNull(spec).commandLine();
        line.usage(line.getErr());
        return ExitCodes.USAGE;
    }
}
