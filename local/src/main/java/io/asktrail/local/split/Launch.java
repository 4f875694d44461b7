package io.asktrail.local.split;

import io.asktrail.local.home.Home;
import io.asktrail.local.home.LocalFailure;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** How one service is started: its class path from the distribution, its settings from a file that only it reads. */
record Launch(Service service, Home home, Path distribution) {
    static Launch of(Service service, Home home) {
        var distribution = System.getProperty("asktrail.dist");
        if (distribution == null) {
            throw new LocalFailure("The distribution is not known: start with ./asktrail up --split.");
        }
        return new Launch(service, home, Path.of(distribution));
    }

    static Path pidFile(Home home, Service service) {
        return home.run().resolve(service.id() + ".pid");
    }

    Process start(Settings settings) {
        dropStaleArchive();
        var file = home.run().resolve(service.id() + ".properties");
        home.write(file, settings.text(service));
        var command = new ProcessBuilder(command(file))
                .redirectErrorStream(true)
                .redirectOutput(home.logs().resolve(service.id() + ".log").toFile());
        try {
            var process = command.start();
            PidFile.write(pidFile(home, service), process.toHandle());
            return process;
        } catch (IOException e) {
            throw new LocalFailure("%s cannot be started.".formatted(service.id()), e);
        }
    }

    // The JVM ignores an archive of other jars and does not write a new one in its place.
    private void dropStaleArchive() {
        try {
            Files.createDirectories(archive().getParent());
            var built = distribution.resolve("built");
            if (Files.exists(archive())
                    && Files.getLastModifiedTime(archive()).compareTo(Files.getLastModifiedTime(built)) < 0) {
                Files.delete(archive());
            }
        } catch (IOException e) {
            throw new LocalFailure("%s cannot be replaced.".formatted(archive()), e);
        }
    }

    private Path archive() {
        return home.root().resolve("cache").resolve(service.id() + ".jsa");
    }

    private List<String> command(Path settings) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=" + service.compilers(),
                "-XX:+UseCompactObjectHeaders",
                "-Xmx256m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + archive(),
                "-Xlog:disable",
                "-Xlog:all=error:stderr",
                "-cp",
                classPath(),
                service.mainClass(),
                "--spring.config.import=file:" + settings);
    }

    private String classPath() {
        var file = distribution.resolve("services").resolve(service.id() + ".classpath");
        try {
            var lib = distribution.resolve("lib");
            return String.join(
                    File.pathSeparator,
                    List.of(Files.readString(file).strip().split(":")).stream()
                            .map(jar -> Objects.toString(lib.resolve(jar)))
                            .toList());
        } catch (IOException e) {
            throw new LocalFailure("%s is missing: build again with mvn package.".formatted(file), e);
        }
    }
}
