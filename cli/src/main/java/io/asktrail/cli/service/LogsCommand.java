package io.asktrail.cli.service;

import io.asktrail.cli.CliFailure;
import io.asktrail.cli.Context;
import io.asktrail.cli.ExitCodes;
import io.asktrail.cli.HelpOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code asktrail logs}. */
@Command(
        name = "logs",
        header = "Show the end of a log.",
        footerHeading = "%nExamples:%n",
        footer = {"  ./asktrail logs -f", "  ./asktrail logs agent-sales -n 200", "  ./asktrail logs build"})
public final class LogsCommand implements Callable<Integer> {
    private static final String SUFFIX = ".log";

    private final Context context;

    @Mixin
    private @Nullable HelpOption help;

    @Parameters(
            arity = "0..1",
            paramLabel = "SERVICE",
            defaultValue = "asktrail",
            description = "Whose log: a service of the split form, or build (default: ${DEFAULT-VALUE}).")
    private @Nullable String service;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on as lines come, until Ctrl-C.")
    private boolean follow;

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "N",
            defaultValue = "50",
            description = "How many lines (default: ${DEFAULT-VALUE}).")
    private int count;

    public LogsCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var log = file();
        try {
            var tail = LogTail.last(log, Math.max(0, count));
            context.terminal().out().write(tail.bytes());
            context.terminal().out().flush();
            if (follow) {
                tail.follow(context.terminal().out());
            }
            return ExitCodes.OK;
        } catch (IOException e) {
            throw new CliFailure(ExitCodes.FAILED, "The log %s cannot be read.".formatted(log), e);
        }
    }

    private Path file() {
        var folder = context.services().installation().logs();
        var name = service + SUFFIX;
        var known = known(folder);
        // Only names that were listed: a name with slashes in it would lead elsewhere.
        if (!known.contains(name)) {
            throw new CliFailure(
                    ExitCodes.USAGE,
                    "There is no log of '%s'. There are: %s."
                            .formatted(
                                    service,
                                    known.isEmpty()
                                            ? "none yet"
                                            : known.stream()
                                                    .map(file -> file.substring(0, file.length() - SUFFIX.length()))
                                                    .collect(Collectors.joining(", "))));
        }
        return folder.resolve(name);
    }

    private static List<String> known(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new CliFailure(ExitCodes.FAILED, "The folder %s cannot be read.".formatted(folder), e);
        }
    }
}
