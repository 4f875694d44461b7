package io.asktrail.mcp.catalogue;

import io.asktrail.mcp.front.MetricCard;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Metrics that some words are about: each word has to stand in a name or the description; names count for more. */
public final class MetricSearch {
    private final List<String> words;

    private MetricSearch(List<String> words) {
        this.words = words;
    }

    /**
     * The best first.
     *
     * @param text anything; an empty one finds all, in the catalogue's order
     */
    public static List<MetricCard> find(String text, List<MetricCard> metrics) {
        var search = new MetricSearch(Arrays.stream(lower(text).split("[\\s_,]+"))
                .filter(Predicate.not(String::isEmpty))
                .toList());
        return metrics.stream()
                .filter(search::isAbout)
                .sorted(Comparator.comparingInt(search::distance))
                .toList();
    }

    private boolean isAbout(MetricCard metric) {
        return words.stream()
                .allMatch(word -> names(metric).anyMatch(name -> name.contains(word))
                        || lower(metric.description()).contains(word));
    }

    /** 0 if a name is just these words, 1 if all of them stand in one name, 2 in several, 3 if one is only described. */
    private int distance(MetricCard metric) {
        if (words.isEmpty() || names(metric).anyMatch(String.join(" ", words)::equals)) {
            return 0;
        }
        if (names(metric).anyMatch(name -> words.stream().allMatch(name::contains))) {
            return 1;
        }
        return words.stream().allMatch(word -> names(metric).anyMatch(name -> name.contains(word))) ? 2 : 3;
    }

    private static Stream<String> names(MetricCard metric) {
        return Stream.concat(
                Stream.of(metric.id().replace('_', ' ')), metric.names().all().map(MetricSearch::lower));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
