package io.asktrail.onboarding.draft;

import io.asktrail.onboarding.draft.MetricDraft.Hundredth;
import io.asktrail.onboarding.draft.MetricDraft.Measured;
import io.asktrail.onboarding.draft.MetricDraft.Only;
import io.asktrail.onboarding.draft.TakenNames.Name;
import io.asktrail.onboarding.guess.ColumnGuess;
import io.asktrail.onboarding.guess.ColumnGuess.Role;
import io.asktrail.onboarding.guess.TableGuess;
import io.asktrail.onboarding.guess.Words;
import io.asktrail.registry.schema.ColumnDefinition.Pii;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The numbers of a fact table: its rows, sums that mean something, and how many different things its keys name. */
final class MetricDrafter {
    private static final int MOST_CURRENCIES = 5;
    private static final Set<String> GOOD = Set.of(
            "revenue",
            "sale",
            "profit",
            "amount",
            "total",
            "order",
            "gross",
            "net",
            "unit",
            "quantity",
            "qty",
            "conversion");
    private static final Set<String> BAD =
            Set.of("refund", "return", "cost", "discount", "fee", "tax", "shipping", "spend");
    private static final Set<String> UNDONE = Set.of(
            "cancelled",
            "canceled",
            "cancel",
            "void",
            "voided",
            "refunded",
            "returned",
            "failed",
            "test",
            "rejected",
            "storniert",
            "deleted",
            "draft",
            "fraud");

    private final TakenNames names;
    private final Currencies currencies;
    private final List<String> left;

    /** @param left told what was not drafted, each a sentence */
    MetricDrafter(TakenNames names, Currencies currencies, List<String> left) {
        this.names = names;
        this.currencies = currencies;
        this.left = left;
    }

    List<MetricDraft> draft(TableGuess fact) {
        var drafts = new ArrayList<MetricDraft>();
        drafts.add(rows(fact));
        fact.columns().stream().filter(ColumnGuess::addsUp).forEach(column -> drafts.addAll(sums(fact, column)));
        fact.columns().stream()
                .filter(column -> isCounted(fact, column))
                .forEach(column -> drafts.add(counts(fact, column)));
        return drafts;
    }

    private MetricDraft rows(TableGuess fact) {
        var name = name(fact, fact.words().many(), "rows");
        return new MetricDraft(
                name,
                List.of("number of " + name.label().toLowerCase(Locale.ROOT)),
                "Rows of %s.%s".formatted(fact.name(), undone(fact)),
                new Measured(fact.name(), "count", null, null),
                "count",
                "neutral",
                false,
                List.of("Counts the rows."));
    }

    private List<MetricDraft> sums(TableGuess fact, ColumnGuess column) {
        if (column.role() == Role.QUANTITY) {
            return List.of(sum(fact, column, Words.of(column.name()), "count", null, List.of()));
        }
        return switch (currencies.of(fact, column)) {
            case Currencies.One(var code, var why) ->
                money(fact, column, code, null, List.of("Currency: %s.".formatted(why)));
            case Currencies.ByRow(var by, var codes)
            when codes.size() <= MOST_CURRENCIES ->
                codes.stream()
                        .flatMap(code -> money(
                                fact,
                                column,
                                code,
                                new Only(by, code),
                                List.of("Rows in %s alone: other currencies are metrics of their own.".formatted(code)))
                                .stream())
                        .toList();
            case Currencies.ByRow(var by, var codes) ->
                leftOut(fact, column, "its rows are in %d currencies (%s)".formatted(codes.size(), by));
            case Currencies.Mixed(var why) -> leftOut(fact, column, why);
        };
    }

    private List<MetricDraft> leftOut(TableGuess fact, ColumnGuess column, String why) {
        left.add("%s.%s is money, but %s: amounts of different currencies are not added up."
                .formatted(fact.name(), column.name(), why));
        return List.of();
    }

    private List<MetricDraft> money(
            TableGuess fact, ColumnGuess column, String code, @Nullable Only only, List<String> remarks) {
        var words = Words.of(column.name());
        var shown = only == null ? words : with(words, code.toLowerCase(Locale.ROOT));
        if (column.role() == Role.MONEY) {
            return List.of(sum(fact, column, shown, code, only, remarks));
        }
        var whole = new Words(shown.all().stream()
                .filter(word -> !Set.of("cents", "cent", "paise", "pence", "minor", "in")
                        .contains(word))
                .toList());
        var name = name(fact, whole.isEmpty() ? fact.words() : whole, "amount");
        var part = new Name(name.id() + "_in_hundredths", name.label() + " in hundredths");
        return List.of(
                new MetricDraft(
                        part,
                        List.of(),
                        "A part of %s: hundredths, as the database keeps them.".formatted(name.label()),
                        new Measured(fact.name(), "sum", column.name(), only),
                        code,
                        "neutral",
                        true,
                        List.of("Only a part of " + name.id() + ".")),
                new MetricDraft(
                        name,
                        List.of(),
                        description(fact, column),
                        new Hundredth(part.id()),
                        code,
                        direction(words),
                        false,
                        with(remarks, "A guess: %s.".formatted(column.why()))));
    }

    private MetricDraft sum(
            TableGuess fact, ColumnGuess column, Words words, String unit, @Nullable Only only, List<String> remarks) {
        var said = with(remarks, "A guess: it adds up, as %s.".formatted(column.why()));
        if (column.column().floating()) {
            said = with(said, "The database keeps it as a binary fraction: sums may be off in the last digits.");
        }
        return new MetricDraft(
                name(fact, words, "sum"),
                List.of(),
                description(fact, column),
                new Measured(fact.name(), "sum", column.name(), only),
                unit,
                direction(words),
                false,
                said);
    }

    private boolean isCounted(TableGuess fact, ColumnGuess column) {
        var words = Words.of(column.name());
        var isThing = column.role() == Role.KEY || column.pii() == Pii.CUSTOMER_ID;
        var isRow = fact.grain().equals(List.of(column.name()))
                || fact.sample()
                        .column(column.name())
                        .map(look -> look.looksUnique())
                        .orElse(true);
        return isThing
                && !isRow
                && !words.stem().isEmpty()
                && words.endsWithAny(Set.of("id", "key", "uuid", "guid", "number", "no", "sku", "code"))
                && !words.hasAny(Set.of("line", "row", "position", "batch"));
    }

    private MetricDraft counts(TableGuess fact, ColumnGuess column) {
        var thing = Words.of(column.name()).stem();
        var leads = fact.keys().stream().anyMatch(key -> key.column().equals(column.name()));
        var plain = column.pii() == Pii.CUSTOMER_ID || !leads ? thing.many() : numberOf(thing);
        var name = name(fact, plain, "things");
        return new MetricDraft(
                name,
                List.of(),
                "Different %s in %s.%s".formatted(column.name(), fact.name(), undone(fact)),
                new Measured(fact.name(), "count_distinct", column.name(), null),
                "count",
                "neutral",
                false,
                List.of("Different values of a key: one counts once in a total, however many parts it stands in."));
    }

    // "Products" is what rows are split by; how many there are has to be called something else.
    private static Words numberOf(Words thing) {
        return new Words(Stream.concat(Stream.of("distinct"), thing.many().all().stream())
                .toList());
    }

    private Name name(TableGuess fact, Words words, String fallback) {
        var table = fact.words();
        return names.give(
                words,
                label -> "%s of %s".formatted(label, table.many().label().toLowerCase(Locale.ROOT)),
                table,
                fallback + "_of_" + (table.id().isEmpty() ? "table" : table.id()));
    }

    private static String description(TableGuess fact, ColumnGuess column) {
        var comment = column.column().comment();
        var own = comment == null || comment.isBlank()
                ? "The sum of %s in %s.".formatted(column.name(), fact.name())
                : comment.strip();
        return (own.endsWith(".") ? own : own + ".") + undone(fact);
    }

    // Whether a cancelled order counts is for people to say; that it does now must not stay unsaid.
    private static String undone(TableGuess fact) {
        return fact.columns().stream()
                .filter(column -> column.role() == Role.CATEGORY)
                .flatMap(column -> fact.sample().column(column.name()).stream()
                        .flatMap(look -> look.counts().keySet().stream())
                        .filter(value -> Words.of(value).hasAny(UNDONE))
                        .map(value -> " Rows whose %s is %s count, too.".formatted(column.name(), value)))
                .findFirst()
                .orElse("");
    }

    private static String direction(Words words) {
        if (words.hasAny(BAD)) {
            return words.hasAny(Set.of("refund", "return")) ? "down" : "neutral";
        }
        return words.hasAny(GOOD) ? "up" : "neutral";
    }

    private static Words with(Words words, String more) {
        return new Words(with(words.all(), more));
    }

    private static List<String> with(List<String> some, String more) {
        var all = new ArrayList<>(some);
        all.add(more);
        return all;
    }
}
