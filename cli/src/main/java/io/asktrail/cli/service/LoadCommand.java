package io.asktrail.cli.service;

import io.asktrail.cli.CliFailure;
import io.asktrail.cli.Context;
import io.asktrail.cli.ExitCodes;
import io.asktrail.cli.HelpOption;
import io.asktrail.cli.launch.JavaProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code asktrail load}. */
@Command(
        name = "load",
        header = "Load files of your own.",
        synopsisSubcommandLabel = "(orders | ads)",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./asktrail load orders orders.csv",
            "  ./asktrail load orders report-april.txt.gz",
            "  ./asktrail load ads search-terms-april.xlsx campaigns-april.csv"
        })
public final class LoadCommand {
    private static final String ORDERS = "io.asktrail.local.LoadOrdersMain";
    private static final String ADS = "io.asktrail.local.LoadAdsMain";

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
        return load(ORDERS, List.of(readable(file)));
    }

    @Command(
            name = "ads",
            header = "Load reports of the Amazon Ads console, CSV or XLSX, into the workspace 'orders' and use it.",
            description = {
                "Daily reports of campaigns, advertised products, targeting, search terms and placements. Each file is",
                "loaded whole or not at all; days that Amazon's API gave stay as they are. Loading the same file again",
                "changes nothing. A report says what was loaded, set aside, and where reports of the same days disagree."
            })
    int ads(
            @Mixin HelpOption adsHelp,
            @Option(
                            names = "--profile",
                            paramLabel = "ID",
                            description = "Whose account it is: Amazon's profile id. Needed if several are connected.")
                    @Nullable
                    Long profile,
            @Option(
                            names = "--channel",
                            paramLabel = "SP|SB|SD",
                            description = "Which ads a file is of whose columns do not tell.")
                    @Nullable
                    String channel,
            @Parameters(arity = "1..*", paramLabel = "FILE", description = "The reports.") List<Path> files) {
        var arguments = new ArrayList<String>();
        if (profile != null) {
            arguments.addAll(List.of("--profile", profile.toString()));
        }
        if (channel != null) {
            arguments.addAll(List.of("--channel", channel));
        }
        files.forEach(file -> arguments.add(readable(file)));
        return load(ADS, arguments);
    }

    private static String readable(Path file) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new CliFailure(ExitCodes.USAGE, "There is no file %s that can be read.".formatted(file));
        }
        return file.toAbsolutePath().toString();
    }

    private int load(String mainClass, List<String> arguments) {
        var exitCode = new JavaProgram(context.services().installation(), mainClass, "512m").run(arguments);
        if (exitCode == ExitCodes.OK) {
            context.services().followWorkspace();
        }
        return exitCode;
    }
}
