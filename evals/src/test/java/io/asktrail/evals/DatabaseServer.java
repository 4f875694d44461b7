package io.asktrail.evals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The PostgreSQL server of a running suite, to be stopped without warning and started again as it was. */
final class DatabaseServer {
    private final long pid;
    private final List<String> command;
    private final String user;
    private final String group;
    private final Path folder;

    DatabaseServer(Path home) throws IOException {
        var file = HomeDatabase.pidFile(home);
        pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
        folder = java.util.Objects.requireNonNull(file.getParent());
        command = List.of(Files.readString(Path.of("/proc/%d/cmdline".formatted(pid)), StandardCharsets.UTF_8)
                .split("\0"));
        user = idOf("Uid:");
        group = idOf("Gid:");
    }

    private String idOf(String name) throws IOException {
        return Files.readAllLines(Path.of("/proc/%d/status".formatted(pid))).stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.split("\\s+")[1])
                .findFirst()
                .orElseThrow();
    }

    /** At once, as after a crash: nothing is finished, and the next start recovers. */
    void stopHard() throws IOException, InterruptedException {
        var server = ProcessHandle.of(pid).orElseThrow();
        new ProcessBuilder("kill", "-QUIT", String.valueOf(pid)).start().waitFor();
        server.onExit().join();
    }

    /** Returns at once; it takes connections when it has recovered. */
    void start() throws IOException {
        var words = new ArrayList<String>();
        if (!user.equals(idOfThis())) {
            words.addAll(List.of("setpriv", "--reuid=" + user, "--regid=" + group, "--clear-groups", "--"));
        }
        words.addAll(command);
        new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static String idOfThis() throws IOException {
        return Files.getAttribute(Path.of("/proc/self"), "unix:uid").toString();
    }
}
