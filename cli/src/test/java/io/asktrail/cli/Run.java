package io.asktrail.cli;

import io.asktrail.cli.launch.Installation;
import io.asktrail.cli.launch.Services;
import io.asktrail.cli.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** One run of the command, and what it left. */
record Run(int exitCode, String out, String err) {
    static Run of(Path home, Map<String, String> environment, String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var terminal = new Terminal(stream(out), stream(err), false, false, Terminal.UNLIMITED);
        var installation = new Installation(home, home.resolve("dist"), Path.of(System.getProperty("java.home"), "bin", "java"));
        var context = new Context(terminal, environment, new Services(installation, terminal));
        var exitCode = new Asktrail(context).run(arguments);
        return new Run(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
