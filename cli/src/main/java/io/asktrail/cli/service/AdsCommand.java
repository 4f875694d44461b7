package io.asktrail.cli.service;

import io.asktrail.cli.Context;
import io.asktrail.cli.HelpOption;
import io.asktrail.cli.launch.JavaProgram;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code asktrail ads}. */
@Command(
        name = "ads",
        header = "See how Amazon Ads comes in.",
        synopsisSubcommandLabel = "status",
        footerHeading = "%nExamples:%n",
        footer = {"  ./asktrail ads status", "  ./asktrail ads status --json"})
public final class AdsCommand {
    private static final String STATUS = "io.asktrail.local.AdsStatusMain";

    private final Context context;

    @Mixin
    private @Nullable HelpOption help;

    public AdsCommand(Context context) {
        this.context = context;
    }

    @Command(
            name = "status",
            header = "Say which days of which report are there, what is to come, and what went wrong.")
    int status(@Mixin HelpOption statusHelp, @Option(names = "--json", description = "For programs.") boolean json) {
        return new JavaProgram(context.services().installation(), STATUS, "256m")
                .run(json ? List.of("--json") : List.of());
    }
}
