package io.asktrail.cli.service;

import io.asktrail.cli.launch.Installation;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Starts the browser of whoever sits here. It is given a file of theirs that leads on to the address: arguments of
 * programs can be seen by everybody on a machine, and the address holds a token.
 */
final class Browser {
    private final Installation installation;
    private final Map<String, String> environment;

    Browser(Installation installation, Map<String, String> environment) {
        this.installation = installation;
        this.environment = environment;
    }

    /** Whether a program took the address. */
    boolean open(String address) {
        var page = installation.run("open.html");
        try {
            write(page, address);
        } catch (IOException | UnsupportedOperationException noSuchFile) {
            return false;
        }
        return programs().anyMatch(program -> starts(program, page));
    }

    private static void write(Path page, String address) throws IOException {
        Files.deleteIfExists(page);
        Files.createFile(page, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        // The address is ours and the token is base64: neither holds anything that HTML would understand.
        Files.writeString(page, """
            <!doctype html><meta charset="utf-8"><title>Asktrail</title>
            <meta http-equiv="refresh" content="0;url=%s">
            <a href="%s">Asktrail</a>
            """.formatted(address, address));
    }

    private Stream<String> programs() {
        var wished = environment.getOrDefault("BROWSER", "");
        if (!wished.isBlank()) {
            return Stream.of(wished);
        }
        if (System.getProperty("os.name", "").startsWith("Mac")) {
            return Stream.of("open");
        }
        var hasScreen =
                Stream.of("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME").anyMatch(environment::containsKey);
        return hasScreen ? Stream.of("xdg-open", "wslview") : Stream.of();
    }

    private static boolean starts(String program, Path page) {
        try {
            new ProcessBuilder(List.of(program, page.toUri().toString()))
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
            return true;
        } catch (IOException notThere) {
            return false;
        }
    }
}
