package io.asktrail.registry.wording;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.FieldId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.registry.Registry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A sentence by what it says and is about; {@link Wording} puts it into words.
 *
 * @param values what stands in its places, the first in place 1
 */
public record Said(Saying saying, List<Told> values) {
    public Said {
        values = List.copyOf(values);
    }

    public static Said of(Saying saying) {
        return new Said(saying, List.of());
    }

    public Said text(String text) {
        return with(new Told.Text(text));
    }

    public Said number(long number) {
        return text(Long.toString(number));
    }

    public Said day(LocalDate day) {
        return text(day.toString());
    }

    public Said metric(MetricId metric) {
        return with(new Told.Metric(metric));
    }

    public Said metrics(Collection<MetricId> metrics) {
        return with(new Told.All(metrics.stream().<Told>map(Told.Metric::new).toList()));
    }

    public Said dimension(DimensionId dimension) {
        return with(new Told.Dimension(dimension));
    }

    public Said dimensions(Collection<DimensionId> dimensions) {
        return with(
                new Told.All(dimensions.stream().<Told>map(Told.Dimension::new).toList()));
    }

    /** The metric or the dimension, whichever a name stands for. */
    public Said field(FieldId field, Registry registry) {
        return with(told(field, registry));
    }

    public Said fields(Collection<FieldId> fields, Registry registry) {
        return with(
                new Told.All(fields.stream().map(field -> told(field, registry)).toList()));
    }

    private static Told told(FieldId field, Registry registry) {
        return registry.isMetric(field) ? new Told.Metric(field.asMetric()) : new Told.Dimension(field.asDimension());
    }

    public Said part(Said part) {
        return with(new Told.Part(part));
    }

    private Said with(Told value) {
        var all = new ArrayList<>(values);
        all.add(value);
        return new Said(saying, all);
    }
}
