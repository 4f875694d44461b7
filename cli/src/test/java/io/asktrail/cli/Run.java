package io.asktrail.cli;

import io.asktrail.cli.launch.Installation;
import io.asktrail.cli.launch.Services;
import io.asktrail.cli.terminal.Style;
import io.asktrail.cli.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.BiFunction;

/** One run of the command, and what it left. */
record Run(int exitCode, String out, String err) {
    static Run of(Path home, Map<String, String> environment, String... arguments) {
        return of(
                new Installation(home, home.resolve("dist"), Path.of(System.getProperty("java.home"), "bin", "java")),
                environment,
                arguments);
    }

    static Run of(Installation installation, Map<String, String> environment, String... arguments) {
        return run(
                installation,
                environment,
                (out, err) -> new Terminal(out, err, false, false, Terminal.UNLIMITED),
                arguments);
    }

    /** As somebody at a screen of so many columns sees it. */
    static Run onScreen(Path home, int columns, boolean colours, Map<String, String> environment, String... arguments) {
        return run(
                new Installation(home, home.resolve("dist"), Path.of("none")),
                environment,
                (out, err) -> new Terminal(out, err, true, true, columns, new Style(colours)),
                arguments);
    }

    private static Run run(
            Installation installation,
            Map<String, String> environment,
            BiFunction<PrintStream, PrintStream, Terminal> screen,
            String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var terminal = screen.apply(stream(out), stream(err));
        var context = new Context(terminal, environment, new Services(installation, terminal));
        var exitCode = new Asktrail(context).run(arguments);
        return new Run(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
