package io.asktrail.local.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is happening, in files that the command line reads: progress while it starts, then ready, or why it failed. */
public record Status(Home home) {
    /** How the services run. */
    public enum Form {
        LOCAL,
        SPLIT
    }

    public void begin() {
        delete(ready());
        delete(failure());
        progress("Starting");
    }

    /** One line, shown while somebody waits. */
    public void progress(String line) {
        home.write(home.run().resolve("progress"), line + "\n");
    }

    /** Everything answers at this port. */
    public void ready(Form form, int port, String workspace) {
        home.write(ready(), """
                pid=%d
                port=%d
                form=%s
                workspace=%s
                """.formatted(
                ProcessHandle.current().pid(), port, form.name().toLowerCase(java.util.Locale.ROOT), workspace));
        delete(home.run().resolve("progress"));
    }

    public void failed(String sentence) {
        home.write(failure(), sentence + "\n");
    }

    public void ended() {
        delete(ready());
        delete(home.run().resolve("progress"));
        delete(home.ownerToken());
    }

    private Path ready() {
        return home.run().resolve("ready");
    }

    private Path failure() {
        return home.run().resolve("failure");
    }

    private void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw LocalFailure.inFolder(home.root(), e);
        }
    }
}
