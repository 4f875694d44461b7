package io.asktrail.cli.service;

import io.asktrail.cli.Context;
import io.asktrail.cli.HelpOption;
import io.asktrail.cli.launch.JavaProgram;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code asktrail registry}. */
@Command(
        name = "registry",
        header = "Work on registries: the YAML files that know the business.",
        synopsisSubcommandLabel = "(lint | draft | drift)",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./asktrail registry lint ~/our-registry",
            "  ./asktrail registry draft --jdbc-url jdbc:postgresql://db.example.org/shop --user reader --out"
                    + " ~/our-registry",
            "  ./asktrail registry drift ~/our-registry --jdbc-url jdbc:postgresql://db.example.org/shop --user reader",
            "  ./asktrail registry drift ~/our-registry --jdbc-url jdbc:duckdb:/data/exports --connection exports",
            "",
            "The password of a database comes from the environment (ASKTRAIL_JDBC_PASSWORD) or from --password-file."
        })
public final class RegistryCommand {
    private static final String MAIN_CLASS = "io.asktrail.registry.loading.LintCommand";
    private static final String DRAFT = "io.asktrail.onboarding.DraftCommand";
    private static final String DRIFT = "io.asktrail.local.RegistryDriftMain";

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

    @Command(
            name = "draft",
            header = "Read a live database and write a first registry for it.",
            description = "What was guessed, and why, stands in the files and in DRAFT.md beside them.")
    int draft(
            @Mixin HelpOption draftHelp,
            @Mixin DatabaseOptions database,
            @Option(
                            names = "--schema",
                            paramLabel = "SCHEMA",
                            description = "A schema to read; may be repeated. Else all.")
                    @Nullable
                    List<String> schemas,
            @Option(
                            names = "--out",
                            paramLabel = "FOLDER",
                            defaultValue = "registry-draft",
                            description = "Default: ${DEFAULT-VALUE}.")
                    Path out,
            @Option(names = "--currency", paramLabel = "CODE", description = "Of amounts whose currency nothing says.")
                    @Nullable
                    String currency,
            @Option(names = "--most-tables", paramLabel = "N", description = "More tables than that are refused (200).")
                    @Nullable
                    String mostTables,
            @Option(names = "--force", description = "Replace files that are there.") boolean force) {
        var words = database.words();
        for (var schema : schemas == null ? List.<String>of() : schemas) {
            words.addAll(List.of("--schema", schema));
        }
        words.addAll(List.of("--out", out.toAbsolutePath().toString()));
        DatabaseOptions.add(words, "--currency", currency);
        DatabaseOptions.add(words, "--most-tables", mostTables);
        if (force) {
            words.add("--force");
        }
        return new JavaProgram(context.services().installation(), DRAFT, "512m").run(words);
    }

    @Command(
            name = "drift",
            header = "Say where a registry and its databases have drifted apart.",
            description = "Ends with 0 if every answer can still be given, with 6 if one cannot.")
    int drift(
            @Mixin HelpOption driftHelp,
            @Mixin DatabaseOptions database,
            @Option(names = "--strict", description = "What is new in the database counts, too.") boolean strict,
            @Parameters(arity = "0..1", paramLabel = "FOLDER", description = "The registry; else the one in use.")
                    @Nullable
                    Path folder) {
        var words = database.words();
        if (strict) {
            words.add("--strict");
        }
        if (folder != null) {
            words.add(folder.toAbsolutePath().toString());
        }
        return new JavaProgram(context.services().installation(), DRIFT, "256m").run(words);
    }
}
