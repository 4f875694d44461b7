package io.asktrail.contracts.task;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A question with the language taken out: every name in it is a name in the registry, every date is resolved.
 *
 * @param metrics what is asked for; may be empty for diagnostics ("any anomalies?") and help
 * @param time null for help only
 * @param scopes narrow single metrics; what stands outside holds for every metric whose source has the dimension
 * @param currency what amounts are shown in; null for the currency that each is kept in
 */
public record TaskSpec(
        Intent intent,
        List<MetricId> metrics,
        @JsonProperty("group_by") List<DimensionId> groupBy,
        Entities entities,
        @Nullable Period time,
        @Nullable Comparison compare,
        List<Filter> filters,
        @JsonProperty("order_by") List<Ordering> orderBy,
        @Nullable Integer limit,
        List<Scope> scopes,
        List<Calculation> calculations,
        @Nullable Diagnosis diagnosis,
        @Nullable Help help,
        @Nullable Export export,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Conversion currency) {
    public static final DimensionId DATE = new DimensionId("date");

    public TaskSpec {
        metrics = orEmpty(metrics);
        groupBy = orEmpty(groupBy);
        entities = Objects.requireNonNullElse(entities, Entities.NONE);
        filters = orEmpty(filters);
        orderBy = orEmpty(orderBy);
        scopes = orEmpty(scopes);
        calculations = orEmpty(calculations);
        if (limit != null && limit < 1) {
            throw new IllegalArgumentException("limit is %d: ask for at least one row".formatted(limit));
        }
        if (intent != Intent.META_HELP && time == null) {
            throw new IllegalArgumentException("a task that reads data has a period");
        }
        if ((intent == Intent.ANALYTICS_QUERY || intent == Intent.DATA_EXPORT) && metrics.isEmpty()) {
            throw new IllegalArgumentException("a task asks for at least one metric");
        }
    }

    /** The period of a task that reads data. */
    public Period period() {
        return Objects.requireNonNull(time, "only help has no period");
    }

    /** Whether a point per day, week … is asked for. */
    @JsonIgnore
    public boolean isSeries() {
        return time != null && time.grain() != null;
    }

    // Absent lists in JSON arrive as null: nothing was asked for.
    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    public static Builder query(List<MetricId> metrics, Period time) {
        return new Builder(Intent.ANALYTICS_QUERY, metrics, time);
    }

    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Changes single parts of a task; {@link #build} checks the whole. */
    public static final class Builder {
        private Intent intent;
        private List<MetricId> metrics;
        private List<DimensionId> groupBy = List.of();
        private Entities entities = Entities.NONE;
        private @Nullable Period time;
        private @Nullable Comparison compare;
        private List<Filter> filters = List.of();
        private List<Ordering> orderBy = List.of();
        private @Nullable Integer limit;
        private List<Scope> scopes = List.of();
        private List<Calculation> calculations = List.of();
        private @Nullable Diagnosis diagnosis;
        private @Nullable Help help;
        private @Nullable Export export;
        private @Nullable Conversion currency;

        public Builder(Intent intent, List<MetricId> metrics, @Nullable Period time) {
            this.intent = intent;
            this.metrics = metrics;
            this.time = time;
        }

        private Builder(TaskSpec task) {
            this(task.intent, task.metrics, task.time);
            groupBy = task.groupBy;
            entities = task.entities;
            compare = task.compare;
            filters = task.filters;
            orderBy = task.orderBy;
            limit = task.limit;
            scopes = task.scopes;
            calculations = task.calculations;
            diagnosis = task.diagnosis;
            help = task.help;
            export = task.export;
            currency = task.currency;
        }

        public Builder intent(Intent value) {
            intent = value;
            return this;
        }

        public Builder metrics(List<MetricId> value) {
            metrics = value;
            return this;
        }

        public Builder groupBy(List<DimensionId> value) {
            groupBy = value;
            return this;
        }

        public Builder entities(Entities value) {
            entities = value;
            return this;
        }

        public Builder time(@Nullable Period value) {
            time = value;
            return this;
        }

        public Builder compare(@Nullable Comparison value) {
            compare = value;
            return this;
        }

        public Builder filters(List<Filter> value) {
            filters = value;
            return this;
        }

        public Builder orderBy(List<Ordering> value) {
            orderBy = value;
            return this;
        }

        public Builder limit(@Nullable Integer value) {
            limit = value;
            return this;
        }

        public Builder scopes(List<Scope> value) {
            scopes = value;
            return this;
        }

        public Builder calculations(List<Calculation> value) {
            calculations = value;
            return this;
        }

        public Builder diagnosis(@Nullable Diagnosis value) {
            diagnosis = value;
            return this;
        }

        public Builder help(@Nullable Help value) {
            help = value;
            return this;
        }

        public Builder export(@Nullable Export value) {
            export = value;
            return this;
        }

        public Builder currency(@Nullable Conversion value) {
            currency = value;
            return this;
        }

        public TaskSpec build() {
            return new TaskSpec(
                    intent,
                    metrics,
                    groupBy,
                    entities,
                    time,
                    compare,
                    filters,
                    orderBy,
                    limit,
                    scopes,
                    calculations,
                    diagnosis,
                    help,
                    export,
                    currency);
        }
    }
}
