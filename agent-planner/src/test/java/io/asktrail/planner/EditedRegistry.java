package io.asktrail.planner;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.registry.Registry;
import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The demo's registry with a word of a file changed, or a file more; read and checked like any other. */
final class EditedRegistry {
    private static final Path DEMO = Path.of("../registry/src/main/resources/registry");

    private final Path folder;

    private EditedRegistry(Path folder) {
        this.folder = folder;
    }

    /** @param folder an empty one */
    static EditedRegistry in(Path folder) {
        try (var files = Files.walk(DEMO)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var target = folder.resolve(DEMO.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new EditedRegistry(folder);
    }

    EditedRegistry replace(String file, String part, String instead) {
        try {
            var text = Files.readString(folder.resolve(file));
            assertThat(text).contains(part);
            Files.writeString(folder.resolve(file), text.replace(part, instead));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    EditedRegistry add(String file, String text) {
        try {
            Files.writeString(folder.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    Registry load() {
        return RegistryLoader.load(RegistryLocation.of(folder.toString(), "demo"));
    }
}
