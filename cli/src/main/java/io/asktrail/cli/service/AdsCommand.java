package io.asktrail.cli.service;

import io.asktrail.cli.Context;
import io.asktrail.cli.HelpOption;
import io.asktrail.cli.launch.JavaProgram;
import java.util.ArrayList;
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
        footer = {"  ./asktrail ads status", "  ./asktrail ads status --json", "  ./asktrail ads status --wait"})
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
    int status(
            @Mixin HelpOption statusHelp,
            @Option(names = "--json", description = "For programs.") boolean json,
            @Option(
                            names = "--wait",
                            description = "First wait until the sync has ended; exit with 1 if not all is there then.")
                    boolean wait) {
        var words = new ArrayList<String>();
        if (json) {
            words.add("--json");
        }
        if (wait) {
            words.add("--wait");
        }
        return new JavaProgram(context.services().installation(), STATUS, "256m").run(words);
    }
}
