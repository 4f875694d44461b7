package io.asktrail.composer.shown;

import io.asktrail.composer.words.Template;
import io.asktrail.composer.words.Words;
import io.asktrail.contracts.ask.Language;
import io.asktrail.registry.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The names that findings give to their rows, which are English, in the language of the answer: a label of the
 * registry, or one of the templates {@code found.…}. A member's own name has no other.
 */
record FoundWords(Labels labels) {
    private static final String FOUND = "found.";

    String of(String english) {
        if (labels.words().language() == Language.ENGLISH) {
            return english;
        }
        return label(english).or(() -> said(english)).orElse(english);
    }

    private Optional<String> label(String english) {
        var registry = labels.registry();
        return Stream.concat(
                        registry.metrics().values().stream().map(metric -> metric.names()),
                        registry.dimensions().values().stream().map(dimension -> dimension.names()))
                .filter(names -> names.english().equals(english))
                .map(this::inLanguage)
                .findFirst();
    }

    private String inLanguage(Names names) {
        return names.in(labels.words().language().tag());
    }

    private Optional<String> said(String english) {
        var words = Words.in(Language.ENGLISH);
        return words.keys().stream()
                .filter(key -> key.startsWith(FOUND))
                .flatMap(key -> filled(key, words.template(key), english).stream())
                .findFirst();
    }

    private Optional<String> filled(String key, Template template, String english) {
        var places = new ArrayList<String>();
        var pattern = new StringBuilder();
        template.walk(said -> pattern.append(Pattern.quote(said)), place -> {
            pattern.append("(\\d+)");
            places.add(place);
        });
        var match = Pattern.compile(pattern.toString()).matcher(english);
        if (!match.matches()) {
            return Optional.empty();
        }
        List<String> values = new ArrayList<>();
        for (var i = 0; i < places.size(); i++) {
            values.add(places.get(i));
            values.add(match.group(i + 1));
        }
        return Optional.of(labels.words().of(key, values.toArray(String[]::new)));
    }
}
