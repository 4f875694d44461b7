package io.asktrail.router.saying;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.task.Grain;
import java.time.LocalDate;
import java.util.ArrayList;
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

    public Said dimension(DimensionId dimension) {
        return with(new Told.Dimension(dimension));
    }

    public Said unit(Grain grain) {
        return with(new Told.Unit(grain));
    }

    public Said metrics(List<MetricId> metrics) {
        return with(new Told.Listed(metrics.stream().<Told>map(Told.Metric::new).toList()));
    }

    private Said with(Told value) {
        var all = new ArrayList<>(values);
        all.add(value);
        return new Said(saying, all);
    }
}
