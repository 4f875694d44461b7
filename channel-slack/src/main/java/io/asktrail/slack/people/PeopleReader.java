package io.asktrail.slack.people;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads a file of people to the letter: a word that it does not know may be a right that somebody meant to take away. */
final class PeopleReader {
    private static final long LARGEST = 4 * 1024 * 1024;
    private static final YAMLMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private PeopleReader() {}

    /** @throws PeopleRejected with every fault */
    static PeopleFile read(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new PeopleRejected(file, List.of("it is larger than 4 MB"));
            }
            var read = YAML.readValue(Files.readString(file), PeopleFile.class);
            if (read == null) {
                throw new PeopleRejected(file, List.of("it is empty"));
            }
            var faults = PeopleChecks.faults(read);
            if (!faults.isEmpty()) {
                throw new PeopleRejected(file, faults);
            }
            return read;
        } catch (JacksonException broken) {
            throw new PeopleRejected(file, List.of(sentence(broken)));
        } catch (IOException unreadable) {
            throw new PeopleRejected(file, List.of("it cannot be read: " + unreadable));
        }
    }

    private static String sentence(JacksonException broken) {
        var place = broken.getLocation();
        var line = place == null || place.getLineNr() < 1 ? "" : "line %d: ".formatted(place.getLineNr());
        return line + broken.getOriginalMessage().lines().findFirst().orElse("it is not YAML");
    }
}
