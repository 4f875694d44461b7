package io.asktrail.cli.ask;

import io.asktrail.cli.CliFailure;
import io.asktrail.cli.Context;
import io.asktrail.cli.ExitCodes;
import io.asktrail.cli.HelpOption;
import io.asktrail.cli.answer.FileReply;
import io.asktrail.contracts.task.Export;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code asktrail export}. */
@Command(
        name = "export",
        header = "Save an answer as a file: CSV, XLSX or Parquet.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./asktrail export ans_5d37… --format xlsx -o sales.xlsx",
            "  ./asktrail export ans_5d37… -o - | head",
            "Each answer ends with its id. Without -o the file is called after the question, in this folder."
        })
public final class ExportCommand implements Callable<Integer> {
    private static final String STANDARD_OUT = "-";

    private final Context context;

    @Mixin
    private @Nullable HelpOption help;

    @Parameters(paramLabel = "ANSWER_ID", description = "The answer, as its last line names it.")
    private @Nullable String answer;

    @Option(names = "--format", paramLabel = "FORMAT", description = "csv (the default), xlsx or parquet.")
    private @Nullable String format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to save it; - for standard output.")
    private @Nullable String output;

    @Option(names = "--bom", description = "Begin a CSV with a byte order mark, by which Excel knows UTF-8.")
    private boolean byteOrderMark;

    @Option(names = "--approval", paramLabel = "ID", description = "The consent to it, where your role needs one.")
    private @Nullable String approval;

    @Option(
            names = "--token",
            paramLabel = "FILE|TOKEN",
            description = "As the holder of this token (env ASKTRAIL_TOKEN).")
    private @Nullable String token;

    @Option(names = "--url", paramLabel = "URL", description = "From another gateway (env ASKTRAIL_URL).")
    private @Nullable String url;

    public ExportCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var asked = format();
        try {
            save(gateway(), asked);
        } catch (UnreachableException gone) {
            throw new CliFailure(
                    ExitCodes.UNREACHABLE, "Nothing answers: see ./asktrail status, or check --url.", gone);
        }
        return ExitCodes.OK;
    }

    private Export.Format format() {
        var name = format == null ? "csv" : format.toLowerCase(Locale.ROOT);
        return Stream.of(Export.Format.values())
                .filter(known -> known.extension().equals(name))
                .findFirst()
                .orElseThrow(() -> new CliFailure(
                        ExitCodes.USAGE, "There is no format '%s': use csv, xlsx or parquet.".formatted(name)));
    }

    private Gateway gateway() {
        var environment = context.environment();
        var identity = new Identity(token != null ? token : environment.get("ASKTRAIL_TOKEN"), List.of(), List.of());
        var elsewhere = url != null ? url : environment.get("ASKTRAIL_URL");
        if (elsewhere != null) {
            return new Gateway(elsewhere, identity.tokenElsewhere());
        }
        var services = context.services();
        return new Gateway(services.ensureUp().address(), identity.tokenFor(services.installation()));
    }

    private void save(Gateway gateway, Export.Format asked) {
        var file = FileReply.read(gateway.export(Objects.requireNonNull(answer), asked, byteOrderMark, approval))
                .orElseThrow(() -> new CliFailure(
                        ExitCodes.UNREACHABLE, "What answers there does not make files as Asktrail does."));
        if (STANDARD_OUT.equals(output)) {
            gateway.download(file.link(), context.terminal().out());
            context.terminal().out().flush();
            return;
        }
        var target = target(file);
        download(gateway, file, target);
        context.terminal()
                .tell("Wrote %s: %d rows%s."
                        .formatted(target, file.rows(), file.truncated() ? ", the first of more" : ""));
    }

    // What somebody names may be replaced; what they did not name is not.
    private Path target(FileReply file) {
        try {
            if (output != null) {
                return Path.of(output);
            }
        } catch (InvalidPathException wrong) {
            throw new CliFailure(ExitCodes.USAGE, "'%s' is no file name.".formatted(output), wrong);
        }
        var named = Path.of(file.name());
        if (Files.exists(named)) {
            throw new CliFailure(
                    ExitCodes.USAGE, "There is a file %s already: say with -o where to save it.".formatted(named));
        }
        return named;
    }

    // Whole or not at all: half a file looks like a whole one.
    private static void download(Gateway gateway, FileReply file, Path target) {
        try {
            var folder = Objects.requireNonNull(target.toAbsolutePath().getParent());
            var next = Files.createTempFile(folder, ".asktrail-", ".part");
            try {
                try (var out = new BufferedOutputStream(Files.newOutputStream(next))) {
                    gateway.download(file.link(), out);
                }
                Files.move(next, target, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(next);
            }
        } catch (IOException e) {
            throw new CliFailure(ExitCodes.FAILED, "%s cannot be written: %s".formatted(target, e.getMessage()), e);
        }
    }
}
