package io.asktrail.onboarding.draft;

import io.asktrail.registry.Registry;
import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import io.asktrail.registry.loading.RegistryRejected;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** Where a draft is written to: whole, checked by the registry's lint before, and over nobody's work unless told to. */
public final class DraftFolder {
    public static final String REPORT = "DRAFT.md";

    private final Path folder;
    private final boolean force;

    /** @param force whether files that are there may be replaced */
    public DraftFolder(Path folder, boolean force) {
        this.folder = folder;
        this.force = force;
    }

    /** A folder that must not be written, or a draft that the lint refuses; the message is for people. */
    public static final class NotWritten extends RuntimeException {
        NotWritten(String sentence) {
            super(sentence);
        }
    }

    /** What would be overwritten is refused here, before a database is asked anything. */
    public void requireRoom() {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new NotWritten("%s is a file: name a folder with --out.".formatted(folder));
        }
        if (!force && Files.isDirectory(folder) && !isEmpty()) {
            throw new NotWritten(
                    "%s is not empty, and nothing in it is overwritten: name another folder with --out, or say --force."
                            .formatted(folder));
        }
    }

    private boolean isEmpty() {
        try (var files = Files.list(folder)) {
            return files.findFirst().isEmpty();
        } catch (IOException closed) {
            throw new NotWritten("%s cannot be read.".formatted(folder));
        }
    }

    /**
     * Checks the draft together with what is in the folder, and writes it.
     *
     * @return the registry that the folder holds now
     */
    public Registry write(Drafted drafted) {
        requireRoom();
        try {
            var trial = Files.createTempDirectory("asktrail-draft-");
            try {
                copyOthers(trial, drafted.files());
                writeAll(trial, drafted);
                var registry = RegistryLoader.load(RegistryLocation.of(trial.toString(), "draft"));
                writeAll(folder, drafted);
                return registry;
            } finally {
                delete(trial);
            }
        } catch (RegistryRejected rejected) {
            throw new NotWritten("Nothing was written, as the draft would not be right together with what is in %s:%n%s"
                    .formatted(
                            folder,
                            String.join(
                                    "\n",
                                    rejected.findings().stream()
                                            .map(String::valueOf)
                                            .toList())));
        } catch (IOException broken) {
            throw new NotWritten("%s cannot be written: %s.".formatted(folder, broken.getMessage()));
        }
    }

    private void copyOthers(Path trial, List<DraftedFile> files) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        var own = files.stream().map(DraftedFile::path).toList();
        try (var found = Files.walk(folder)) {
            for (var file : found.filter(Files::isRegularFile).toList()) {
                var path = folder.relativize(file).toString().replace('\\', '/');
                if (path.endsWith(".yaml") && !own.contains(path)) {
                    var to = trial.resolve(path);
                    Files.createDirectories(to.getParent());
                    Files.copy(file, to);
                }
            }
        }
    }

    private static void writeAll(Path to, Drafted drafted) throws IOException {
        for (var file : drafted.files()) {
            var path = to.resolve(file.path());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.text());
        }
        Files.writeString(to.resolve(REPORT), drafted.report().text());
    }

    private static void delete(Path trial) throws IOException {
        try (var found = Files.walk(trial)) {
            for (var path : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
