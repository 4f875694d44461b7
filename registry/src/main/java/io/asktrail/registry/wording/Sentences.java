package io.asktrail.registry.wording;

import io.asktrail.contracts.ask.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/** The sentences of one module in one language. */
final class Sentences {
    private record Key(Class<?> sayings, Language language) {}

    private static final Map<Key, Sentences> READ = new ConcurrentHashMap<>();

    private final Properties sentences;
    private final String file;

    private Sentences(Properties sentences, String file) {
        this.sentences = sentences;
        this.file = file;
    }

    static Sentences of(Class<?> sayings, Language language) {
        return READ.computeIfAbsent(new Key(sayings, language), Sentences::read);
    }

    String of(Saying saying) {
        return find(saying.name())
                .orElseThrow(() -> new IllegalArgumentException(file + " has no sentence " + saying.name()));
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(sentences.getProperty(name.toLowerCase(Locale.ROOT)));
    }

    private static Sentences read(Key key) {
        var file = key.language().tag() + ".properties";
        var sentences = new Properties();
        try (var stream = key.sayings().getResourceAsStream(file)) {
            sentences.load(new InputStreamReader(Objects.requireNonNull(stream, file), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Sentences(sentences, file);
    }
}
