package io.asktrail.cli.service;

import io.asktrail.cli.launch.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A process of the local Asktrail. PostgreSQL counts as one, with all its helpers.
 *
 * @param kilobytes its share of the memory; empty where the system does not say
 */
record LocalProcess(String name, long pid, OptionalLong kilobytes) {
    /** The share of shared pages first: adding up resident sizes would count PostgreSQL's buffers many times. */
    private static final Pattern MEMORY = Pattern.compile("^(?:Pss|VmRSS): +(\\d+) kB$", Pattern.MULTILINE);

    private static final Pattern MAIN_CLASS = Pattern.compile(" io\\.asktrail\\.(\\w+)\\.\\w+");

    static List<LocalProcess> all(Running running, Path home) {
        var programs = Stream.concat(
                        Stream.of(running.process()), running.process().descendants())
                .filter(process -> process.info().command().orElse("").endsWith("java"))
                .map(process -> new LocalProcess(name(process), process.pid(), memory(process.pid())));
        return Stream.concat(programs, postgres(home.resolve("postgres"))).toList();
    }

    private static String name(ProcessHandle process) {
        var line = MAIN_CLASS.matcher(process.info().commandLine().orElse(""));
        var name = "java";
        while (line.find()) {
            name = line.group(1);
        }
        return name.equals("local") ? "asktrail" : name;
    }

    private static Stream<LocalProcess> postgres(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (var files = Files.find(folder, 3, (file, _) -> file.endsWith("postmaster.pid"))) {
            return files.flatMap(LocalProcess::postmaster).toList().stream();
        } catch (IOException | java.io.UncheckedIOException unreadable) {
            return Stream.empty();
        }
    }

    private static Stream<LocalProcess> postmaster(Path file) {
        try {
            var pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
            return ProcessHandle.of(pid).stream()
                    .map(server -> new LocalProcess(
                            "postgresql",
                            pid,
                            Stream.concat(Stream.of(server), server.descendants())
                                    .map(process -> memory(process.pid()))
                                    .reduce(OptionalLong.of(0), LocalProcess::plus)));
        } catch (IOException | NumberFormatException unreadable) {
            return Stream.empty();
        }
    }

    private static OptionalLong memory(long pid) {
        return Stream.of("smaps_rollup", "status")
                .map(file -> Path.of("/proc", String.valueOf(pid), file))
                .flatMapToLong(file -> read(file).stream())
                .findFirst();
    }

    private static OptionalLong read(Path file) {
        try {
            var found = MEMORY.matcher(Files.readString(file));
            return found.find() ? OptionalLong.of(Long.parseLong(found.group(1))) : OptionalLong.empty();
        } catch (IOException notHere) {
            return OptionalLong.empty();
        }
    }

    private static OptionalLong plus(OptionalLong one, OptionalLong other) {
        return one.isPresent() && other.isPresent()
                ? OptionalLong.of(one.getAsLong() + other.getAsLong())
                : OptionalLong.empty();
    }

    String line() {
        return "    %-16s %7s  (process %d)".formatted(name, megabytes(kilobytes), pid);
    }

    static String sum(List<LocalProcess> processes) {
        return "    %-16s %7s"
                .formatted(
                        "together",
                        megabytes(processes.stream()
                                .map(LocalProcess::kilobytes)
                                .reduce(OptionalLong.of(0), LocalProcess::plus)));
    }

    private static String megabytes(OptionalLong kilobytes) {
        return kilobytes.isPresent() ? kilobytes.getAsLong() / 1024 + " MB" : "–";
    }
}
