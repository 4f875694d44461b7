package io.asktrail.registry.task;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.task.Comparison;
import io.asktrail.contracts.task.Intent;
import io.asktrail.contracts.task.Period;
import io.asktrail.contracts.task.TaskRequest;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.registry.Registry;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Completes a client's task: the period from a range or the default, the comparison from its kind. */
public final class TaskResolver {
    private final Clock clock;

    public TaskResolver(Clock clock) {
        this.clock = clock;
    }

    /** @throws SuiteException saying which name is unknown or which date is wrong, and what to write instead */
    public TaskSpec resolve(TaskRequest request, Registry registry) {
        TaskNames.check(request, registry);
        var intent = Objects.requireNonNullElse(request.intent(), Intent.ANALYTICS_QUERY);
        var period = period(request, registry);
        try {
            return new TaskSpec.Builder(intent, orEmpty(request.metrics()), intent == Intent.META_HELP ? null : period)
                    .groupBy(orEmpty(request.groupBy()).stream()
                            .filter(dimension -> !dimension.equals(TaskSpec.DATE))
                            .toList())
                    .entities(Objects.requireNonNullElse(request.entities(), io.asktrail.contracts.task.Entities.NONE))
                    .compare(comparison(request.compare(), period, registry))
                    .filters(orEmpty(request.filters()))
                    .orderBy(orEmpty(request.orderBy()))
                    .limit(request.limit())
                    .scopes(orEmpty(request.scopes()))
                    .calculations(orEmpty(request.calculations()))
                    .diagnosis(request.diagnosis())
                    .help(request.help())
                    .export(request.export())
                    .currency(request.currency())
                    .build();
        } catch (IllegalArgumentException fault) {
            throw new SuiteException(ErrorCode.MALFORMED_REQUEST, sentence(fault), fault);
        }
    }

    /** The date that counts as today: the one given, else the clock's in the zone. */
    public LocalDate today(@Nullable LocalDate asOf, ZoneId tz) {
        return asOf != null ? asOf : LocalDate.now(clock.withZone(tz));
    }

    /** @throws SuiteException if there is no such zone */
    public static ZoneId zone(@Nullable String name, Registry registry) {
        try {
            return name == null ? registry.calendar().definition().tz() : ZoneId.of(name);
        } catch (DateTimeException fault) {
            throw new SuiteException(
                    ErrorCode.BAD_PERIOD, "'%s' is no time zone: write e.g. Asia/Kolkata.".formatted(name), fault);
        }
    }

    private Period period(TaskRequest request, Registry registry) {
        var time = Objects.requireNonNullElse(request.time(), new TaskRequest.Time(null, null, null, null, null));
        var tz = zone(time.tz(), registry);
        var today = today(request.asOf(), tz);
        // A list of groups that holds the date is a series by day unless a grain is said.
        var grain = time.grain() == null && orEmpty(request.groupBy()).contains(TaskSpec.DATE)
                ? io.asktrail.contracts.task.Grain.DAY
                : time.grain();
        if (time.start() != null && time.end() != null) {
            return dated(time.start(), time.end(), tz, time.range(), grain);
        }
        if (time.start() != null || time.end() != null) {
            throw new SuiteException(
                    ErrorCode.BAD_PERIOD, "The period has one end only: give both start and end, or a range.");
        }
        var range = Objects.requireNonNullElseGet(
                time.range(),
                () -> Objects.requireNonNull(
                        registry.calendar().defaultPeriod(today).range()));
        var days = registry.calendar()
                .resolve(range, today)
                .orElseThrow(() -> new SuiteException(
                        ErrorCode.BAD_PERIOD,
                        "There is no range '%s': write e.g. last_7_days, last_month, this_quarter.".formatted(range)));
        return new Period(days.start(), days.end(), tz, range, grain);
    }

    private static Period dated(
            LocalDate start,
            LocalDate end,
            ZoneId tz,
            @Nullable String range,
            io.asktrail.contracts.task.@Nullable Grain grain) {
        try {
            return new Period(start, end, tz, range, grain);
        } catch (IllegalArgumentException fault) {
            throw new SuiteException(ErrorCode.BAD_PERIOD, sentence(fault), fault);
        }
    }

    private static @Nullable Comparison comparison(
            TaskRequest.@Nullable Compare compare, Period period, Registry registry) {
        if (compare == null) {
            return null;
        }
        if (compare.start() != null && compare.end() != null) {
            try {
                return new Comparison(compare.kind(), compare.start(), compare.end());
            } catch (IllegalArgumentException fault) {
                throw new SuiteException(ErrorCode.BAD_PERIOD, sentence(fault), fault);
            }
        }
        return switch (compare.kind()) {
            case PREVIOUS_PERIOD -> registry.calendar().previousPeriod(period);
            case PREVIOUS_YEAR -> registry.calendar().previousYear(period);
            case EXPLICIT ->
                throw new SuiteException(
                        ErrorCode.BAD_PERIOD, "An explicit comparison needs its dates: give start and end.");
        };
    }

    private static String sentence(IllegalArgumentException fault) {
        var text = Objects.requireNonNullElse(fault.getMessage(), "the task is not valid");
        return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
