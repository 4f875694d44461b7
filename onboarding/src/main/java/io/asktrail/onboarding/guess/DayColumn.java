package io.asktrail.onboarding.guess;

import io.asktrail.live.TableSample;
import io.asktrail.onboarding.guess.ColumnGuess.Role;
import io.asktrail.registry.schema.ColumnDefinition.Type;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which of a table's dates says when a thing happened: the one that a period is to bound. */
record DayColumn(ColumnGuess column, String why) {
    private static final Set<String> HAPPENED = Set.of(
            "order",
            "ordered",
            "purchase",
            "purchased",
            "sale",
            "sold",
            "event",
            "transaction",
            "invoice",
            "booking",
            "booked",
            "placed",
            "occurred",
            "happened",
            "posted",
            "report",
            "click",
            "visit",
            "bestellt",
            "datum");
    private static final Set<String> CREATED = Set.of("created", "inserted", "recorded", "registered", "signup");
    private static final Set<String> TECHNICAL = Set.of(
            "updated", "modified", "deleted", "changed", "synced", "loaded", "refreshed", "archived", "seen", "etl");
    private static final Set<String> LATER = Set.of(
            "shipped",
            "delivered",
            "due",
            "expires",
            "expiry",
            "expected",
            "promised",
            "valid",
            "start",
            "end",
            "from",
            "to",
            "until",
            "cancelled",
            "closed",
            "returned",
            "refunded",
            "birth",
            "last",
            "first",
            "next",
            "launch",
            "launched",
            "discontinued",
            "effective");

    private record Candidate(ColumnGuess column, double score, double empty) {}

    /** The best one; empty if none says when a thing happened. */
    static Optional<DayColumn> of(List<ColumnGuess> columns, TableSample sample) {
        var days = columns.stream().filter(column -> column.role() == Role.DAY).toList();
        var best = days.stream()
                .map(column -> candidate(column, sample, days.indexOf(column)))
                .filter(candidate -> candidate.score > -3 && candidate.empty < 0.5)
                .max(Comparator.comparingDouble(Candidate::score));
        return best.map(found -> new DayColumn(found.column, why(found, days)));
    }

    private static Candidate candidate(ColumnGuess column, TableSample sample, int place) {
        var words = Words.of(column.name());
        var empty = sample.column(column.name())
                .map(look -> look.rows() == 0 ? 0.0 : look.empty() / (double) look.rows())
                .orElse(0.0);
        var score = 0.0;
        score += words.hasAny(HAPPENED) ? 5 : 0;
        score += words.all().size() == 1 && words.hasAny(Set.of("date", "day", "ts", "timestamp", "time")) ? 4 : 0;
        score += words.hasAny(CREATED) ? 3 : 0;
        score -= words.hasAny(TECHNICAL) ? 10 : 0;
        score -= words.hasAny(LATER) ? 5 : 0;
        score += column.column().type() == Type.DATE ? 0.5 : 0;
        score -= empty > 0 ? 3 : 0;
        return new Candidate(column, score - place / 100.0, empty);
    }

    private static String why(Candidate found, List<ColumnGuess> days) {
        var others = days.stream()
                .map(ColumnGuess::name)
                .filter(name -> !name.equals(found.column.name()))
                .toList();
        var choice = others.isEmpty() ? "its only date" : "a guess before " + String.join(", ", others);
        return found.empty > 0
                ? choice
                        + "; %.0f %% of the rows that were looked at have none, and no period counts them"
                                .formatted(Math.ceil(found.empty * 100))
                : choice;
    }
}
