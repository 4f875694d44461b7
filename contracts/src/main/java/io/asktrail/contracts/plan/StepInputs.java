package io.asktrail.contracts.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.id.StepId;
import io.asktrail.contracts.id.TemplateId;
import io.asktrail.contracts.task.Calculation;
import io.asktrail.contracts.task.Conversion;
import io.asktrail.contracts.task.Entities;
import io.asktrail.contracts.task.Filter;
import io.asktrail.contracts.task.Grain;
import io.asktrail.contracts.task.Ordering;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a step is called with. Which of the forms it is shows in its fields: no two forms share a required one. */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({
    @JsonSubTypes.Type(StepInputs.Fetch.class),
    @JsonSubTypes.Type(StepInputs.Template.class),
    @JsonSubTypes.Type(StepInputs.Aggregate.class),
    @JsonSubTypes.Type(StepInputs.Compare.class),
    @JsonSubTypes.Type(StepInputs.Convert.class)
})
public sealed interface StepInputs {
    /** The steps whose rows these inputs name. */
    Set<StepId> needs();

    /** Whether rows come from a source; else they are worked out from the rows of other steps. */
    default boolean readsData() {
        return switch (this) {
            case Fetch _, Template _ -> true;
            case Aggregate _, Compare _, Convert _ -> false;
        };
    }

    /** Both ends included, written {@code 2025-10-01..2025-10-31}. */
    record DateRange(LocalDate start, LocalDate end) {
        public DateRange {
            if (end.isBefore(start)) {
                throw new IllegalArgumentException("the range ends (%s) before it starts (%s)".formatted(end, start));
            }
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static DateRange parse(String text) {
            var parts = text.split("\\.\\.", -1);
            if (parts.length != 2) {
                throw new IllegalArgumentException("'%s' is no date range: write start..end".formatted(text));
            }
            return new DateRange(LocalDate.parse(parts[0]), LocalDate.parse(parts[1]));
        }

        @Override
        @JsonValue
        public String toString() {
            return start + ".." + end;
        }
    }

    /**
     * Measured metrics from one capability of a data agent, grouped, filtered, ordered and limited at the source.
     *
     * @param groupBy dimensions of the rows; {@code date} among them goes with a grain
     * @param entities kept values, by dimension
     * @param filters further conditions; on a measured metric they keep groups
     * @param only the groups that an earlier step found; null for all
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Fetch(
            List<MetricId> metrics,
            @JsonProperty("group_by") List<DimensionId> groupBy,
            @Nullable Grain grain,
            @JsonProperty("date_range") DateRange dateRange,
            ZoneId tz,
            Entities entities,
            List<Filter> filters,
            @JsonProperty("order_by") List<Ordering> orderBy,
            @Nullable Integer limit,
            @Nullable Winners only)
            implements StepInputs {
        /** All groups of the source. */
        public Fetch(
                List<MetricId> metrics,
                List<DimensionId> groupBy,
                @Nullable Grain grain,
                DateRange dateRange,
                ZoneId tz,
                Entities entities,
                List<Filter> filters,
                List<Ordering> orderBy,
                @Nullable Integer limit) {
            this(metrics, groupBy, grain, dateRange, tz, entities, filters, orderBy, limit, null);
        }

        public Fetch {
            metrics = Absent.orEmpty(metrics);
            groupBy = Absent.orEmpty(groupBy);
            entities = entities == null ? Entities.NONE : entities;
            filters = Absent.orEmpty(filters);
            orderBy = Absent.orEmpty(orderBy);
        }

        @Override
        public Set<StepId> needs() {
            return only == null ? Set.of() : Set.of(only.of());
        }

        /** The same of these groups, or of all for null. */
        public Fetch of(@Nullable Winners groups) {
            return new Fetch(metrics, groupBy, grain, dateRange, tz, entities, filters, orderBy, limit, groups);
        }
    }

    /**
     * A query whose shape the registry declares under a name; only its parameters are set here.
     *
     * @param tz whose days the dates are; null for the calendar's own
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Template(
            @JsonProperty("sql_template") TemplateId template,
            TemplateParams params,
            @Nullable ZoneId tz) implements StepInputs {
        public Template {
            params = params == null ? TemplateParams.NONE : params;
        }

        @Override
        public Set<StepId> needs() {
            return Set.of();
        }
    }

    /**
     * Drill-across: two results that are already at the shared grain are joined on it (full join), and formulas are
     * worked out on the joined rows.
     *
     * @param right null to work formulas out on one result alone
     * @param joinKeys dimensions both sides are grouped by; empty joins single rows
     * @param formulas {@code name=expression} over column ids, e.g. {@code roas=revenue/spend}
     * @param select the metrics to keep, in this order
     * @param filters conditions on metrics of the joined rows
     * @param fill with {@code grain}: the series is filled for dates without rows; without a grain the days that the rows
     *     stand for
     * @param lead keeps the first groups alone where they have a sure lead; an early ranking, of exact numbers
     * @param within the step whose groups are kept; null for all
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Aggregate(
            StepId left,
            @Nullable StepId right,
            @JsonProperty("join_keys") List<DimensionId> joinKeys,
            List<String> formulas,
            List<MetricId> select,
            List<Filter> filters,
            List<Calculation> calculations,
            @JsonProperty("order_by") List<Ordering> orderBy,
            @Nullable Integer limit,
            @JsonProperty("fill") @Nullable DateRange fill,
            @Nullable Grain grain,
            @Nullable Lead lead,
            @Nullable StepId within)
            implements StepInputs {
        /** All groups of what is joined. */
        public Aggregate(
                StepId left,
                @Nullable StepId right,
                List<DimensionId> joinKeys,
                List<String> formulas,
                List<MetricId> select,
                List<Filter> filters,
                List<Calculation> calculations,
                List<Ordering> orderBy,
                @Nullable Integer limit,
                @Nullable DateRange fill,
                @Nullable Grain grain) {
            this(
                    left,
                    right,
                    joinKeys,
                    formulas,
                    select,
                    filters,
                    calculations,
                    orderBy,
                    limit,
                    fill,
                    grain,
                    null,
                    null);
        }

        public Aggregate {
            joinKeys = Absent.orEmpty(joinKeys);
            formulas = Absent.orEmpty(formulas);
            select = Absent.orEmpty(select);
            filters = Absent.orEmpty(filters);
            calculations = Absent.orEmpty(calculations);
            orderBy = Absent.orEmpty(orderBy);
        }

        @Override
        public Set<StepId> needs() {
            var needs = new LinkedHashSet<StepId>();
            needs.add(left);
            Stream.of(right, within).filter(Objects::nonNull).forEach(needs::add);
            return Collections.unmodifiableSet(needs);
        }
    }

    /**
     * Two periods side by side: for each metric the columns {@code m}, {@code m.previous}, {@code m.change} and
     * {@code m.change_pct}. Rows match on the keys; in a series by their position from the start of each period.
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Compare(
            StepId current,
            StepId previous,
            @JsonProperty("keys") List<DimensionId> keys,
            @JsonProperty("compared") List<MetricId> metrics,
            @JsonProperty("order_by") List<Ordering> orderBy,
            @Nullable Integer limit)
            implements StepInputs {
        public Compare {
            keys = Absent.orEmpty(keys);
            metrics = Absent.orEmpty(metrics);
            orderBy = Absent.orEmpty(orderBy);
        }

        @Override
        public Set<StepId> needs() {
            return Set.of(current, previous);
        }
    }

    /**
     * Amounts in another currency, at the rates of the registry: by day each at its own day's rate and then added up, or
     * all of them at the mean of the days' rates. Columns that are no money stay as they are.
     *
     * @param of whose rows; for daily rates they are by day
     * @param days the days that the rows stand for
     * @param grain of the rows that come out; null for one row a group
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Convert(
            @JsonProperty("convert") StepId of,
            @JsonProperty("to_currency") Currency to,
            Conversion.Policy policy,
            DateRange days,
            @Nullable Grain grain)
            implements StepInputs {
        /** Whether rows of several days become one: then every day has to be there. */
        public boolean addsUpDays() {
            return policy == Conversion.Policy.DAILY && grain != Grain.DAY;
        }

        @Override
        public Set<StepId> needs() {
            return Set.of(of);
        }
    }
}
