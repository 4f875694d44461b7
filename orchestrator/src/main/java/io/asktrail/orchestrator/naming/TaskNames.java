package io.asktrail.orchestrator.naming;

import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.id.FieldId;
import io.asktrail.contracts.table.CurrencySign;
import io.asktrail.contracts.task.Calculation;
import io.asktrail.contracts.task.Comparison;
import io.asktrail.contracts.task.Diagnosis;
import io.asktrail.contracts.task.Entities;
import io.asktrail.contracts.task.Filter;
import io.asktrail.contracts.task.FilterValue;
import io.asktrail.contracts.task.Grain;
import io.asktrail.contracts.task.Help;
import io.asktrail.contracts.task.Intent;
import io.asktrail.contracts.task.Period;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.guardrails.masking.Masking;
import io.asktrail.registry.Registry;
import io.asktrail.registry.Unit;
import io.asktrail.registry.wording.Said;
import io.asktrail.registry.wording.Wording;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a task is called where it is offered: in words near to those that ask for it. */
public final class TaskNames {
    private static final Pattern LAST_DAYS = Pattern.compile("last_(\\d+)_days");
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final List<TaskSaying> RANGES = List.of(
            TaskSaying.TODAY,
            TaskSaying.YESTERDAY,
            TaskSaying.THIS_WEEK,
            TaskSaying.LAST_WEEK,
            TaskSaying.THIS_MONTH,
            TaskSaying.LAST_MONTH,
            TaskSaying.THIS_QUARTER,
            TaskSaying.LAST_QUARTER,
            TaskSaying.THIS_YEAR,
            TaskSaying.LAST_YEAR,
            TaskSaying.THIS_FISCAL_YEAR,
            TaskSaying.LAST_FISCAL_YEAR);

    private final Registry registry;
    private final Wording words;
    private final DateTimeFormatter day;

    public TaskNames(Registry registry, Language language) {
        this.registry = registry;
        this.words = new Wording(registry, language);
        this.day = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.of(language.tag()));
    }

    /** What each is called for somebody who may not read everything. */
    public List<String> of(List<TaskSpec> tasks, Masking masking) {
        return tasks.stream().map(this::of).map(masking::text).toList();
    }

    /** {@code Net sales by product, first 5, state Delhi, last month}. */
    public String of(TaskSpec task) {
        return Stream.of(
                        Stream.of(what(task)),
                        Stream.ofNullable(task.limit())
                                .map(limit -> words.of(Said.of(TaskSaying.FIRST).number(limit))),
                        kept(task.entities()),
                        task.filters().stream().map(this::filter),
                        task.scopes().stream()
                                .map(scope -> words.of(Said.of(TaskSaying.ONLY_FOR)
                                        .metrics(scope.metrics())
                                        .text(kept(scope.entities()).collect(Collectors.joining(", "))))),
                        task.calculations().stream().map(this::calculation),
                        Stream.ofNullable(task.time()).flatMap(this::when),
                        Stream.ofNullable(task.compare()).map(this::against),
                        Stream.ofNullable(task.currency())
                                .map(shown -> words.of(Said.of(TaskSaying.IN_CURRENCY)
                                        .text(shown.to().getCurrencyCode()))),
                        task.intent() == Intent.DATA_EXPORT
                                ? Stream.of(words.of(TaskSaying.AS_FILE))
                                : Stream.<String>empty())
                .flatMap(parts -> parts)
                .collect(Collectors.joining(", "));
    }

    private String what(TaskSpec task) {
        var groups = task.groupBy().stream()
                .filter(group -> !TaskSpec.DATE.equals(group))
                .toList();
        var what = task.diagnosis() != null
                ? diagnosis(task.diagnosis().kind(), task)
                : task.help() != null
                        ? help(task.help())
                        : words.of(Said.of(TaskSaying.ALL_OF).metrics(task.metrics()));
        return groups.isEmpty()
                ? what
                : words.of(Said.of(TaskSaying.WHAT_BY).text(what).dimensions(groups));
    }

    private String diagnosis(Diagnosis.Kind kind, TaskSpec task) {
        var metrics = task.metrics();
        return switch (kind) {
            case CHANGE -> words.of(Said.of(TaskSaying.CHANGE).metrics(metrics));
            case ANOMALY ->
                metrics.isEmpty()
                        ? words.of(TaskSaying.ANOMALY)
                        : words.of(Said.of(TaskSaying.ANOMALY_OF).metrics(metrics));
            case PACING -> words.of(TaskSaying.PACING);
            case WASTE -> words.of(TaskSaying.WASTE);
            case RECONCILIATION -> words.of(TaskSaying.RECONCILIATION);
            case HEALTH -> words.of(TaskSaying.HEALTH);
            case SEARCH_TERMS -> words.of(TaskSaying.SEARCH_TERMS);
        };
    }

    private String help(Help help) {
        return switch (help.topic()) {
            case METRIC, DIMENSION ->
                help.id() == null
                        ? words.of(TaskSaying.CATALOGUE)
                        : words.of(Said.of(TaskSaying.WHAT_IS).field(help.id(), registry));
            case CATALOGUE -> words.of(TaskSaying.CATALOGUE);
            case FRESHNESS -> words.of(TaskSaying.FRESHNESS);
            case CALENDAR -> words.of(TaskSaying.CALENDAR);
            case EXAMPLES -> words.of(TaskSaying.EXAMPLES);
        };
    }

    private Stream<String> kept(Entities entities) {
        return entities.kept().entrySet().stream()
                .map(entry -> words.of(
                        Said.of(TaskSaying.KEPT).dimension(entry.getKey()).text(String.join(", ", entry.getValue()))));
    }

    private String filter(Filter filter) {
        var value = Optional.ofNullable(filter.value())
                .map(given -> written(given, filter.field()))
                .orElse("");
        var about =
                switch (filter.op()) {
                    case EQ, NE, LT, LE, GT, GE -> TaskSaying.COMPARED;
                    case IN -> TaskSaying.AMONG;
                    case NOT_IN -> TaskSaying.NOT_AMONG;
                    case CONTAINS -> TaskSaying.CONTAINS;
                    case IS_NULL -> TaskSaying.IS_EMPTY;
                };
        var said = Said.of(about).field(filter.field(), registry);
        return words.of(
                about == TaskSaying.COMPARED ? said.text(filter.op().symbol()).text(value) : said.text(value));
    }

    // Rates are fractions inside and per cent to people.
    private String written(FilterValue value, FieldId field) {
        if (!(value instanceof FilterValue.Numeric(var number)) || !registry.isMetric(field)) {
            return String.join(", ", value.texts());
        }
        return switch (registry.metric(field.asMetric()).unit()) {
            case Unit.Percent _ -> number.multiply(HUNDRED).stripTrailingZeros().toPlainString() + " %";
            case Unit.Count _, Unit.Ratio _ -> number.toPlainString();
            case Unit.Money(var currency) -> CurrencySign.before(currency.getCurrencyCode()) + number.toPlainString();
        };
    }

    private String calculation(Calculation calculation) {
        return switch (calculation.kind()) {
            case SHARE_OF_TOTAL -> words.of(TaskSaying.SHARE_OF_TOTAL);
            case RUNNING_TOTAL -> words.of(TaskSaying.RUNNING_TOTAL);
            case MOVING_AVERAGE ->
                words.of(
                        Said.of(TaskSaying.MOVING_AVERAGE).number(Objects.requireNonNullElse(calculation.window(), 1)));
            case RANK -> words.of(TaskSaying.RANK);
            case PER_DAY -> words.of(TaskSaying.PER_DAY);
            case COUNT -> words.of(TaskSaying.COUNT);
            case FORECAST ->
                words.of(Said.of(TaskSaying.FORECAST).number(Objects.requireNonNullElse(calculation.horizonDays(), 1)));
            case OTHERS -> words.of(TaskSaying.OTHERS);
            case PIVOT -> words.of(TaskSaying.PIVOT);
        };
    }

    private Stream<String> when(Period time) {
        return Stream.concat(
                Stream.of(days(time)), Stream.ofNullable(time.grain()).map(this::by));
    }

    private String days(Period time) {
        var range = time.range();
        if (range == null) {
            return days(time.start(), time.end());
        }
        var last = LAST_DAYS.matcher(range);
        if (last.matches()) {
            return words.of(Said.of(TaskSaying.LAST_DAYS).text(last.group(1)));
        }
        return RANGES.stream()
                .filter(saying -> saying.name().equalsIgnoreCase(range))
                .findFirst()
                .map(words::of)
                .orElseGet(() -> days(time.start(), time.end()));
    }

    private String days(LocalDate start, LocalDate end) {
        return start.equals(end)
                ? day.format(end)
                : words.of(Said.of(TaskSaying.FROM_TO).text(day.format(start)).text(day.format(end)));
    }

    private String by(Grain grain) {
        return words.of(
                switch (grain) {
                    case DAY -> TaskSaying.BY_DAY;
                    case WEEK -> TaskSaying.BY_WEEK;
                    case MONTH -> TaskSaying.BY_MONTH;
                    case QUARTER -> TaskSaying.BY_QUARTER;
                    case YEAR -> TaskSaying.BY_YEAR;
                });
    }

    private String against(Comparison compare) {
        return switch (compare.kind()) {
            case PREVIOUS_PERIOD -> words.of(TaskSaying.AGAINST_PERIOD_BEFORE);
            case PREVIOUS_YEAR -> words.of(TaskSaying.AGAINST_YEAR_BEFORE);
            case EXPLICIT -> words.of(Said.of(TaskSaying.AGAINST_DAYS).text(days(compare.start(), compare.end())));
        };
    }
}
