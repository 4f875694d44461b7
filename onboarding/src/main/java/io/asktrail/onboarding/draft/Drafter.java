package io.asktrail.onboarding.draft;

import io.asktrail.live.DatabaseUnusable;
import io.asktrail.live.LiveName;
import io.asktrail.live.LiveSchema;
import io.asktrail.live.Sampler;
import io.asktrail.onboarding.guess.Guesser;
import io.asktrail.onboarding.guess.TableGuess;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a registry of what a database holds. */
public final class Drafter {
    private final Sampler sampler;
    private final String connection;
    private final @Nullable String currency;

    /**
     * @param connection the name of the configured connection that will hold the tables
     * @param currency in which money is where nothing in the database says so; null if that is not known
     */
    public Drafter(Sampler sampler, String connection, @Nullable String currency) {
        this.sampler = sampler;
        this.connection = connection;
        this.currency = currency;
    }

    /**
     * Guesses, and writes the files of what was guessed.
     *
     * @throws DatabaseUnusable with a sentence, if no question could be answered from it
     */
    public Drafted draft(LiveSchema schema) {
        var guessed = new Guesser(sampler).guess(schema);
        var tables = guessed.tables();
        requireSomething(schema, tables);
        var facts = tables.stream().filter(TableGuess::isFact).toList();
        var reach = new Reach(tables);
        var left = new ArrayList<>(guessed.left());
        var names = new TakenNames();
        var dimensions = new DimensionDrafter(names).draft(tables, reached(facts, reach));
        var drafter = new MetricDrafter(names, new Currencies(currency), left);
        var metrics =
                facts.stream().flatMap(fact -> drafter.draft(fact).stream()).toList();
        var files = new ArrayList<DraftedFile>();
        tables.forEach(table -> files.add(SchemaFile.of(table, reach.keys(table), connection)));
        dimensions.forEach(dimension -> files.add(dimension.file()));
        metrics.forEach(metric -> files.add(metric.file()));
        files.add(ToolFile.of(facts, metrics, dimensions, reach, connection));
        FixedFiles.of(schema.zone(), tables).forEach(files::add);
        return new Drafted(files, Report.of(tables, metrics, dimensions, left));
    }

    private static Set<LiveName> reached(List<TableGuess> facts, Reach reach) {
        var reached = new HashSet<LiveName>();
        facts.forEach(fact -> reached.addAll(reach.from(fact)));
        return reached;
    }

    private static void requireSomething(LiveSchema schema, List<TableGuess> tables) {
        if (schema.tables().isEmpty()) {
            throw new DatabaseUnusable(
                    "There is no table there: name the schema that holds yours with --schema, or another database.");
        }
        if (tables.isEmpty()) {
            throw new DatabaseUnusable(
                    "This login may read none of the %d tables: grant USAGE on the schema and SELECT on the tables."
                            .formatted(schema.tables().size()));
        }
        if (tables.stream().noneMatch(TableGuess::isFact)) {
            throw new DatabaseUnusable(
                    ("None of the %d tables has a date column that says when a thing happened, so no question could be"
                                    + " bound to a period: make a view that joins the numbers to their date.")
                            .formatted(tables.size()));
        }
    }
}
