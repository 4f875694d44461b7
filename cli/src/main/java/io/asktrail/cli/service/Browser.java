package io.asktrail.cli.service;

import io.asktrail.cli.Context;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The browser of whoever sits in front of this machine, if somebody does. */
final class Browser {
    private static final long PATIENCE_SECONDS = 5;

    private final Context context;

    Browser(Context context) {
        this.context = context;
    }

    /**
     * Shows an address without naming it on a command line, which everybody on this machine can read: the browser is
     * given a file of ours that leads there.
     *
     * @return false if there is no browser to be seen
     */
    boolean open(String address) {
        return program().map(program -> show(program, address)).orElse(false);
    }

    private Optional<String> program() {
        var environment = context.environment();
        if (System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac")) {
            return Optional.of("open");
        }
        return environment.containsKey("DISPLAY") || environment.containsKey("WAYLAND_DISPLAY")
                ? Optional.of("xdg-open")
                : Optional.empty();
    }

    private boolean show(String program, String address) {
        try {
            var page = ownerOnly(context.services().installation().run("open.html"));
            Files.writeString(
                    page,
                    "<!doctype html><meta charset=\"utf-8\"><meta http-equiv=\"refresh\" content=\"0; url=%s\">%n"
                            .formatted(address));
            var opening = new ProcessBuilder(List.of(program, page.toUri().toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.DISCARD)
                    .start();
            // One that is still running has become the browser.
            return !opening.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || opening.exitValue() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Path ownerOnly(Path file) throws IOException {
        Files.deleteIfExists(file);
        return Files.createFile(
                file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
}
