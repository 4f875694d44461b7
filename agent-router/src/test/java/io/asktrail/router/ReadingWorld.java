package io.asktrail.router;

import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The demo's registry with the names of {@code evals/cases/reading/values.yaml}, and the cases beside them. */
final class ReadingWorld {
    private static final Path FOLDER = Path.of("../evals/cases/reading");
    private static final String VALUES = "values.yaml";

    private ReadingWorld() {}

    static RuleRouter router() {
        var loaded = RegistryLoader.load(RegistryLocation.bundled("demo"));
        var vocabulary = new VocabularyStore(() -> loaded);
        try {
            vocabulary.feed(ReadingCases.values(FOLDER.resolve(VALUES)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new RuleRouter(vocabulary);
    }

    static Stream<Cases.Case> cases() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.filter(file -> !file.endsWith(VALUES)).sorted().toList().stream()
                    .flatMap(ReadingWorld::read);
        }
    }

    private static Stream<Cases.Case> read(Path file) {
        try {
            return ReadingCases.read(file).stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
