package io.asktrail.composer.words;

import io.asktrail.contracts.ask.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/** The templates of one language. */
public final class Words {
    private static final Map<Language, Words> ALL = new EnumMap<>(Language.class);

    static {
        Arrays.stream(Language.values()).forEach(language -> ALL.put(language, new Words(language)));
    }

    private final Language language;
    private final Map<String, Template> templates = new TreeMap<>();

    private Words(Language language) {
        this.language = language;
        load().forEach((key, text) -> templates.put((String) key, Template.parse((String) text)));
    }

    private Properties load() {
        var file = language.tag() + ".properties";
        var properties = new Properties();
        try (var stream = Words.class.getResourceAsStream(file)) {
            properties.load(new InputStreamReader(Objects.requireNonNull(stream, file), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return properties;
    }

    public static Words in(Language language) {
        return Objects.requireNonNull(ALL.get(language));
    }

    public Language language() {
        return language;
    }

    /** Every key that this language has a sentence for. */
    public Set<String> keys() {
        return Set.copyOf(templates.keySet());
    }

    /** @throws IllegalArgumentException if no file has the key, which is a fault of ours */
    public Template template(String key) {
        var template = templates.get(key);
        if (template == null) {
            throw new IllegalArgumentException("%s.properties has no %s".formatted(language.tag(), key));
        }
        return template;
    }

    public boolean has(String key) {
        return templates.containsKey(key);
    }

    /** A template without places in it. */
    public String of(String key) {
        return template(key).fill();
    }

    /** A template with its places filled: names and values in turn. */
    public String of(String key, String... namesAndValues) {
        return template(key).fill(namesAndValues);
    }
}
