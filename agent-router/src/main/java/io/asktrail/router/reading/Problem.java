package io.asktrail.router.reading;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.registry.calendar.BusinessCalendar.Days;
import io.asktrail.router.value.NamedValue;
import java.util.List;

/** Why a question cannot be answered as it stands, with what it may have meant where that is known. */
public sealed interface Problem {
    String reason();

    /** Words that nobody understood. */
    record Unknown(String reason, String word, List<NamedValue> near) implements Problem {}

    /** A subject that no registry covers. */
    record OffTopic(String reason) implements Problem {}

    /** Days that do not exist, or contradict each other. */
    record BadTime(String reason) implements Problem {}

    /** One name for several metrics. */
    record WhichMetric(String reason, List<MetricId> metrics) implements Problem {}

    /** One name for values of several dimensions. */
    record WhichValue(String reason, List<NamedValue> values) implements Problem {}

    /** Two stretches of days that are equally likely. */
    record WhichDays(String reason, List<String> labels, List<Days> days) implements Problem {}

    /** A ranking or a bound of nobody knows what. */
    record OfWhat(String reason, List<DimensionId> dimensions) implements Problem {}

    /** "Top" of a figure that is better when it is lower. */
    record WhichEnd(String reason) implements Problem {}

    /**
     * Members are to be picked or ranked by their change.
     *
     * @param metrics figures to choose from where none was named
     */
    record ByGrowth(String reason, List<MetricId> metrics) implements Problem {}

    /** The first of one thing within each of another. */
    record PerGroup(String reason, DimensionId inner, DimensionId outer) implements Problem {}

    /** A forecast of nobody knows how many days. */
    record HowFar(String reason, List<Integer> days) implements Problem {}

    /** Anything else that has to be asked back. */
    record Other(String reason) implements Problem {}
}
