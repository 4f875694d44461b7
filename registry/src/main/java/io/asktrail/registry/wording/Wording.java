package io.asktrail.registry.wording;

import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.registry.Names;
import io.asktrail.registry.Registry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is said, in the words of a language.
 *
 * @param registry whose labels stand in the sentences; null where they name neither metrics nor dimensions
 */
public record Wording(@Nullable Registry registry, Language language) {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    /** Of sentences in which no metric and no dimension is named. */
    public static Wording withoutNames(Language language) {
        return new Wording(null, language);
    }

    /** The sentence with its places filled. */
    public String of(Said said) {
        var sentence = Sentences.of(said.saying().getDeclaringClass(), language).of(said.saying());
        return PLACE.matcher(sentence)
                .replaceAll(place -> Matcher.quoteReplacement(
                        written(said.values().get(Integer.parseInt(place.group(1)) - 1), place.start() > 0)));
    }

    public String of(Saying saying) {
        return of(Said.of(saying));
    }

    /** What answers call it, by itself. */
    public String label(MetricId metric) {
        return label(known().metric(metric).names(), false);
    }

    /** What answers call it, by itself. */
    public String label(DimensionId dimension) {
        return label(known().dimension(dimension).names(), false);
    }

    // A sentence writes labels small after its first word: net sales, but ROAS. A name that the registry does not have
    // stands as it came.
    private String written(Told value, boolean inside) {
        return switch (value) {
            case Told.Text(var text) -> text;
            case Told.Metric(var id) ->
                known().findMetric(id)
                        .map(metric -> label(metric.names(), inside))
                        .orElse(id.value());
            case Told.Dimension(var id) ->
                known().findDimension(id)
                        .map(dimension -> label(dimension.names(), inside))
                        .orElse(id.value());
            case Told.Part(var said) -> of(said);
            case Told.All(var all) -> all(all, inside);
        };
    }

    private String all(List<Told> all, boolean inside) {
        var written = new ArrayList<String>();
        for (var each : all) {
            written.add(written(each, inside || !written.isEmpty()));
        }
        var last = written.size() - 1;
        return last < 1
                ? String.join("", written)
                : String.join(", ", written.subList(0, last)) + and() + written.get(last);
    }

    private String and() {
        return switch (language) {
            case ENGLISH -> " and ";
            case HINDI -> " और ";
        };
    }

    private String label(Names names, boolean inside) {
        var label = names.in(language.tag());
        var small = inside && !(label.length() > 1 && Character.isUpperCase(label.charAt(1)));
        return small ? label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1) : label;
    }

    private Registry known() {
        return Objects.requireNonNull(registry, "a sentence that names a metric or a dimension needs the registry");
    }
}
