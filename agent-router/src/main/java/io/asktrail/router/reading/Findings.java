package io.asktrail.router.reading;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.task.Calculation;
import io.asktrail.contracts.task.Comparison;
import io.asktrail.contracts.task.Conversion;
import io.asktrail.contracts.task.Diagnosis;
import io.asktrail.contracts.task.Direction;
import io.asktrail.contracts.task.Export;
import io.asktrail.contracts.task.Grain;
import io.asktrail.contracts.task.Help;
import io.asktrail.contracts.task.Operator;
import io.asktrail.contracts.task.Scope;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.registry.wording.Said;
import io.asktrail.router.time.TimeMeaning;
import io.asktrail.router.time.TimeMention;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the recognisers have found so far. One question's scratch paper: it never leaves this package's callers. */
public final class Findings {
    /** @param at the lexeme, so that what stands near it can be told */
    public record MetricUse(MetricId metric, int at) {}

    /** @param exact whether only this member was asked for in the singular ("which state") */
    public record Group(DimensionId dimension, int at, boolean singular) {}

    /** A value that is kept. */
    public record Kept(DimensionId dimension, String value, int at) {}

    /** A value that is left out. */
    public record LeftOut(DimensionId dimension, String value) {}

    /**
     * @param metric null if the question does not name it
     * @param at where it begins
     */
    public record Bound(
            @Nullable MetricId metric, Operator op, BigDecimal number, boolean percent, boolean money, int at) {}

    /** @param metric null if the question does not name it */
    public record Rank(
            Kind kind, @Nullable MetricId metric, @Nullable Integer limit) {
        /** Which end is asked for. */
        public enum Kind {
            TOP,
            BOTTOM,
            BEST,
            WORST,
            HIGHEST,
            LOWEST
        }
    }

    /** A dimension whose values hold a text. */
    public record Containing(DimensionId dimension, String text) {}

    public final List<MetricUse> metrics = new ArrayList<>();
    public final List<MetricUse> dropped = new ArrayList<>();
    public final List<Group> groups = new ArrayList<>();
    public final List<Kept> kept = new ArrayList<>();
    public final List<LeftOut> leftOut = new ArrayList<>();
    public final List<Bound> bounds = new ArrayList<>();
    public final List<Containing> containing = new ArrayList<>();
    public final List<TimeMention> times = new ArrayList<>();
    /** How many days a forecast looks ahead; null if none is asked for. */
    public @Nullable Integer horizon;

    public final List<Calculation.Kind> calculations = new ArrayList<>();
    public final Set<DimensionId> lifted = new LinkedHashSet<>();
    public final Set<Said> assumptions = new LinkedHashSet<>();
    public final List<Problem> problems = new ArrayList<>();

    public TimeMeaning.@Nullable Stretch period;
    public @Nullable TimeMeaning compared;

    /** It is the one right before the period, whenever that is: "June over the previous month". */
    public boolean comparedPrevious;

    public Comparison.@Nullable Kind compareKind;
    public @Nullable Grain grain;
    public boolean trend;
    public @Nullable Rank rank;
    /** Another number of rows than the ranking before had. */
    public @Nullable Integer limit;

    /** Whether the ranking before is asked for by another figure, which takes the place of the one before. */
    public boolean rankedAnew;

    /** Where the word of the ranking stands; -1 if there is none. */
    public int rankAt = -1;

    public @Nullable Direction direction;
    public @Nullable DimensionId countOf;
    public @Nullable Integer window;
    public @Nullable DimensionId comparedDimension;
    /** The currency that amounts are to be shown in; null if the question names none. */
    public @Nullable Currency currency;

    /** Which day's rate is asked for; null if the question does not say. */
    public Conversion.@Nullable Policy ratePolicy;

    public Export.@Nullable Format format;
    public Diagnosis.@Nullable Kind diagnosis;
    /** Which way "why did it fall" holds that the figure went. */
    public Diagnosis.@Nullable Claim claim;

    public @Nullable Help help;
    /** Figures that are explained beside each other. */
    public final List<MetricId> explained = new ArrayList<>();

    public final List<Scope> scopes = new ArrayList<>();
    public boolean inConversation;
    /** Whether a question back is open, which a bare number may answer. */
    public boolean asked;
    /** The task that this question may change; null if it is the first. */
    public @Nullable TaskSpec before;
    /** Splits of the question before that are taken back. */
    public final Set<DimensionId> ungrouped = new LinkedHashSet<>();

    public boolean ungrained;
    /** Whether one figure is wanted instead of any split. */
    public boolean unsplit;
    /** Whether the order of the question before is turned round. */
    public boolean reversed;

    public boolean follow;
    public boolean also;
    public boolean instead;
    public boolean only;
    public boolean sorts;

    /** The metrics in the order they were named, once each. */
    public List<MetricId> metricIds() {
        return metrics.stream().map(MetricUse::metric).distinct().toList();
    }

    /** Whether a metric is named at this place. */
    public boolean isMetric(int i) {
        return metrics.stream().anyMatch(use -> use.at() == i);
    }

    public boolean isEmpty() {
        return metrics.isEmpty()
                && groups.isEmpty()
                && kept.isEmpty()
                && leftOut.isEmpty()
                && bounds.isEmpty()
                && period == null
                && compared == null
                && compareKind == null
                && grain == null
                && !trend
                && rank == null
                && direction == null
                && ungrouped.isEmpty()
                && !ungrained
                && !unsplit
                && !reversed
                && calculations.isEmpty()
                && horizon == null
                && limit == null
                && format == null
                && currency == null
                && ratePolicy == null
                && diagnosis == null
                && help == null
                && containing.isEmpty()
                && lifted.isEmpty()
                && dropped.isEmpty();
    }
}
