package io.asktrail.router.saying;

import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.task.Grain;
import io.asktrail.registry.Names;
import io.asktrail.registry.Registry;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is said, in the words of a language and with the registry's labels in it. */
public record Wording(Registry registry, Language language) {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
    private static final Map<Language, Properties> SENTENCES = new EnumMap<>(Language.class);

    static {
        Arrays.stream(Language.values()).forEach(language -> SENTENCES.put(language, load(language)));
    }

    public String of(Said said) {
        return PLACE.matcher(sentence(said.saying().name())).replaceAll(place -> {
            var label = written(said.values().get(Integer.parseInt(place.group(1)) - 1));
            return Matcher.quoteReplacement(label.in(place.start() > 0));
        });
    }

    public String of(Saying saying) {
        return of(Said.of(saying));
    }

    /** What answers call it, by itself. */
    public String label(MetricId metric) {
        return label(registry.metric(metric).names());
    }

    public String label(DimensionId dimension) {
        return label(registry.dimension(dimension).names());
    }

    private String label(Names names) {
        return names.in(language.tag());
    }

    /** @param isLabel whether a sentence writes it small: {@code net sales}, but {@code ROAS} */
    private record Written(String text, boolean isLabel) {
        String in(boolean sentence) {
            var small = sentence && isLabel && !(text.length() > 1 && Character.isUpperCase(text.charAt(1)));
            return small ? text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1) : text;
        }
    }

    private Written written(Told value) {
        return switch (value) {
            case Told.Text(var text) -> new Written(text, false);
            case Told.Metric(var id) -> new Written(label(id), true);
            case Told.Dimension(var id) -> new Written(label(id), true);
            case Told.Unit(var grain) -> new Written(grain(grain), false);
            case Told.Listed(var all) ->
                new Written(all.stream().map(each -> written(each).in(true)).collect(Collectors.joining(", ")), false);
        };
    }

    private String grain(Grain grain) {
        return sentence("grain." + grain.name());
    }

    private String sentence(String name) {
        var key = name.toLowerCase(Locale.ROOT);
        var sentences = Objects.requireNonNull(SENTENCES.get(language));
        return Objects.requireNonNull(sentences.getProperty(key), () -> language.tag() + " has no sentence " + key);
    }

    private static Properties load(Language language) {
        var file = language.tag() + ".properties";
        var sentences = new Properties();
        try (var stream = Wording.class.getResourceAsStream(file)) {
            sentences.load(new InputStreamReader(Objects.requireNonNull(stream, file), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return sentences;
    }
}
