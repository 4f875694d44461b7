package io.asktrail.router.reading;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.registry.calendar.BusinessCalendar.Days;
import io.asktrail.registry.wording.Said;
import io.asktrail.router.value.NamedValue;
import java.util.List;

/** Why a question cannot be answered as it stands, with what it may have meant where that is known. */
public sealed interface Problem {
    Said reason();

    /** Words that nobody understood. */
    record Unknown(Said reason, String word, List<NamedValue> near) implements Problem {}

    /** A subject that no registry covers. */
    record OffTopic(Said reason) implements Problem {}

    /** Days that do not exist, or contradict each other. */
    record BadTime(Said reason) implements Problem {}

    /** One name for several metrics. */
    record WhichMetric(Said reason, List<MetricId> metrics) implements Problem {}

    /** One name for values of several dimensions. */
    record WhichValue(Said reason, List<NamedValue> values) implements Problem {}

    /** Two stretches of days that are equally likely. */
    record WhichDays(Said reason, List<Said> labels, List<Days> days) implements Problem {}

    /** A ranking or a bound of nobody knows what. */
    record OfWhat(Said reason, List<DimensionId> dimensions) implements Problem {}

    /** "Top" of a figure that is better when it is lower. */
    record WhichEnd(Said reason) implements Problem {}

    /**
     * Members are to be picked or ranked by their change.
     *
     * @param metrics figures to choose from where none was named
     */
    record ByGrowth(Said reason, List<MetricId> metrics) implements Problem {}

    /** The first of one thing within each of another. */
    record PerGroup(Said reason, DimensionId inner, DimensionId outer) implements Problem {}

    /** A forecast of nobody knows how many days. */
    record HowFar(Said reason, List<Integer> days) implements Problem {}

    /** Anything else that has to be asked back. */
    record Other(Said reason) implements Problem {}
}
