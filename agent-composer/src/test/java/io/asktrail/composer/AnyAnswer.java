package io.asktrail.composer;

import io.asktrail.contracts.answer.Draft;
import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.id.FieldId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.task.Calculation;
import io.asktrail.contracts.task.Filter;
import io.asktrail.contracts.task.FilterValue;
import io.asktrail.contracts.task.Grain;
import io.asktrail.contracts.task.Operator;
import io.asktrail.contracts.task.TaskSpec;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Answers of every form a task can take, with numbers, names and gaps drawn by chance. */
final class AnyAnswer {
    /** What a task can ask for, as far as the form of its table goes. */
    enum Form {
        NUMBER,
        NUMBERS,
        COMPARED_NUMBER,
        MEMBERS,
        MANY_MEMBERS,
        RATIO_MEMBERS,
        CONDITIONED_MEMBERS,
        COMPARED_MEMBERS,
        PAIRED_MEMBERS,
        TWO_SIDED_MEMBERS,
        TWO_DIMENSIONS,
        SERIES,
        PAIRED_SERIES,
        COMPARED_SERIES,
        SERIES_OF_MEMBERS,
        FORECAST,
        CHANGE
    }

    private static final List<String> NAMES = List.of(
            "Delhi",
            "Uttar_Pradesh",
            "महाराष्ट्र",
            "Diwali_&_Co_<b>\"sale\"</b>",
            "Brand_–_exact_match_–_always_on_–_north_and_west_zone_2025",
            "KU-12");

    private final Random random;
    private final Language language;

    AnyAnswer(long seed) {
        this(seed, Language.ENGLISH);
    }

    AnyAnswer(long seed, Language language) {
        this.random = new Random(seed);
        this.language = language;
    }

    /** What was asked, and what was made of it. */
    record Answered(TaskSpec task, Draft draft) {}

    Answered of(Form form) {
        return switch (form) {
            case NUMBER -> draft(Run.ask("spend"), "spend\n" + cells(1));
            case NUMBERS -> draft(Run.ask("net_sales", "roas", "orders"), "net_sales roas orders\n" + cells(3));
            case COMPARED_NUMBER ->
                draft(
                        Run.ask("acos").compare(Run.SEPTEMBER),
                        "acos acos.previous acos.change acos.change_pct\n" + compared());
            case MEMBERS -> draft(by("geo", "net_sales"), rows("geo net_sales", 1, 1 + random.nextInt(19), true));
            case MANY_MEMBERS ->
                draft(by("campaign", "spend"), rows("campaign spend", 1, 21 + random.nextInt(40), true));
            case RATIO_MEMBERS -> draft(by("geo", "acos"), rows("geo acos", 1, 1 + random.nextInt(40), true));
            case CONDITIONED_MEMBERS ->
                draft(
                        by("campaign", "acos")
                                .filters(List.of(new Filter(
                                        new FieldId("acos"),
                                        Operator.GT,
                                        new FilterValue.Numeric(BigDecimal.valueOf(random.nextInt(1_000), 3))))),
                        rows("campaign acos", 1, 1 + random.nextInt(20), false));
            case COMPARED_MEMBERS ->
                draft(
                        by("geo", "spend").compare(Run.SEPTEMBER),
                        rows(
                                "geo spend spend.previous spend.change spend.change_pct",
                                0,
                                1 + random.nextInt(30),
                                true));
            case PAIRED_MEMBERS ->
                draft(by("geo", "spend", "net_sales"), rows("geo spend net_sales", 2, 1 + random.nextInt(30), true));
            case TWO_SIDED_MEMBERS ->
                draft(by("campaign", "spend", "roas"), rows("campaign spend roas", 2, 6 + random.nextInt(40), false));
            case TWO_DIMENSIONS ->
                draft(by("geo", "spend").groupBy(List.of(Run.dimension("geo"), Run.dimension("channel"))), split());
            case SERIES -> draft(daily("spend"), series("date spend", 1));
            case PAIRED_SERIES -> draft(daily("spend", "net_sales"), series("date spend net_sales", 2));
            case COMPARED_SERIES ->
                draft(
                        daily("spend").compare(Run.SEPTEMBER),
                        series("date spend spend.previous spend.change spend.change_pct", 0));
            case SERIES_OF_MEMBERS -> draft(daily("spend").groupBy(List.of(Run.dimension("geo"))), seriesOfMembers());
            case FORECAST ->
                draft(
                        daily("spend")
                                .calculations(List.of(new Calculation(
                                        Calculation.Kind.FORECAST, new MetricId("spend"), null, null, 5))),
                        forecast());
            case CHANGE -> new Answered(Run.CHANGE, Run.explained(change()));
        };
    }

    private Answered draft(TaskSpec.Builder builder, String table) {
        var task = builder.build();
        return new Answered(task, new Run(task).gave(Run.table(table)).draft(language));
    }

    private static TaskSpec.Builder by(String dimension, String... metrics) {
        return Run.ask(metrics).groupBy(List.of(Run.dimension(dimension)));
    }

    private static TaskSpec.Builder daily(String... metrics) {
        return Run.ask(metrics).time(Run.october(Grain.DAY));
    }

    private String rows(String header, int numbers, int rows, boolean totals) {
        var text = new StringBuilder(header);
        for (var row = 0; row < rows; row++) {
            text.append("\n%s%s %s".formatted(name(), row == 0 ? "" : row, numbers(numbers)));
        }
        return totals ? text.append("\n= - ").append(numbers(numbers)).toString() : text.toString();
    }

    private String series(String header, int numbers) {
        var text = new StringBuilder(header);
        for (var day = 1; day <= 2 + random.nextInt(30); day++) {
            text.append("\n%s %s".formatted(LocalDate.of(2025, 10, 1).plusDays(day - 1), numbers(numbers)));
        }
        return text.toString();
    }

    private String seriesOfMembers() {
        var text = new StringBuilder("date geo spend");
        var members = 1 + random.nextInt(14);
        for (var day = 1; day <= 7; day++) {
            for (var member = 0; member < members; member++) {
                if (random.nextInt(5) > 0) {
                    text.append("\n2025-10-0%d State%d %s".formatted(day, member, cell()));
                }
            }
        }
        return text.append("\n2025-10-08 State0 1").toString();
    }

    private String forecast() {
        var text = new StringBuilder("date spend spend.forecast spend.low spend.high");
        for (var day = 1; day <= 20; day++) {
            text.append(
                    "\n2025-10-%02d %s - - -".formatted(day, random.nextInt(9) == 0 ? "-" : random.nextInt(99_999)));
        }
        var sum = 0;
        for (var day = 21; day <= 25; day++) {
            var expected = random.nextInt(50_000);
            var margin = random.nextInt(5_000);
            sum += expected;
            text.append("\n2025-10-%d - %d %d %d".formatted(day, expected, expected - margin, expected + margin));
        }
        return text.append("\n= - - %d %d %d".formatted(sum, sum - 7_000, sum + 7_000))
                .toString();
    }

    private String split() {
        var text = new StringBuilder("geo channel spend");
        for (var state = 0; state < 1 + random.nextInt(30); state++) {
            for (var channel = 0; channel < 3; channel++) {
                text.append("\nState%d C%d %d".formatted(state, channel, random.nextInt(1_000_000)));
            }
        }
        return text.toString();
    }

    private String change() {
        var changes = IntStream.range(0, 2 + random.nextInt(6))
                .mapToObj(_ -> BigDecimal.valueOf(random.nextLong(-5_000_000, 5_000_000), 2))
                .toList();
        var sum = changes.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        var before = BigDecimal.valueOf(90_000_000, 2);
        var lines = new ArrayList<String>();
        lines.add("part member spend spend.previous spend.change");
        lines.add("- - %s %s %s".formatted(before.add(sum), before, sum));
        for (var change : changes) {
            lines.add("channel %s%d 1 1 %s".formatted(name(), lines.size(), change));
        }
        return String.join("\n", lines);
    }

    // None stands for a number beside another period's.
    private String numbers(int count) {
        return count == 0 ? compared() : cells(count);
    }

    private String compared() {
        var now = cell();
        var before = cell();
        if (now.equals("-") || before.equals("-")) {
            return "%s %s - -".formatted(now, before);
        }
        var change = new BigDecimal(now).subtract(new BigDecimal(before));
        var base = new BigDecimal(before);
        return "%s %s %s %s"
                .formatted(
                        now,
                        before,
                        change.toPlainString(),
                        base.signum() == 0
                                ? "-"
                                : change.divide(base, 10, RoundingMode.HALF_UP).toPlainString());
    }

    private String cells(int count) {
        return String.join(" ", Stream.generate(this::cell).limit(count).toList());
    }

    private String cell() {
        return switch (random.nextInt(7)) {
            case 0 -> "-";
            case 1 -> "0";
            case 2 -> "-" + random.nextInt(100_000) + ".5";
            case 3 -> "0.0" + (1 + random.nextInt(9));
            case 4 -> Integer.toString(random.nextInt(2_000));
            default -> BigDecimal.valueOf(random.nextLong(10_000_000_000L), 2).toPlainString();
        };
    }

    private String name() {
        return NAMES.get(random.nextInt(NAMES.size()));
    }
}
