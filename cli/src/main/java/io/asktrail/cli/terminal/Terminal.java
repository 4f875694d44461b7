package io.asktrail.cli.terminal;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Where output goes.
 *
 * @param outIsTerminal whether people read {@code out} as it comes; else it is a file or a pipe
 * @param columns how wide a line may be; a file has no limit
 * @param style of {@code out}
 */
public record Terminal(
        PrintStream out, PrintStream err, boolean outIsTerminal, boolean errIsTerminal, int columns, Style style) {
    public static final int UNLIMITED = Integer.MAX_VALUE;
    private static final int USUAL_WIDTH = 80;
    private static final int BUFFER = 8192;

    /** Without colours. */
    public Terminal(PrintStream out, PrintStream err, boolean outIsTerminal, boolean errIsTerminal, int columns) {
        this(out, err, outIsTerminal, errIsTerminal, columns, new Style(false));
    }

    /** Of this process; the command's script has looked what the streams are. */
    public static Terminal ofProcess(Map<String, String> environment) {
        var kinds = System.getProperty("asktrail.terminal", "");
        var outIsTerminal = kinds.contains("out");
        return new Terminal(
                stream(FileDescriptor.out, false),
                stream(FileDescriptor.err, true),
                outIsTerminal,
                kinds.contains("err"),
                outIsTerminal ? parse(System.getProperty("asktrail.columns", "")) : UNLIMITED,
                new Style(outIsTerminal && wantsColours(environment)));
    }

    /** See no-color.org: set to anything but nothing, it says no. */
    static boolean wantsColours(Map<String, String> environment) {
        return environment.getOrDefault("NO_COLOR", "").isEmpty() && !"dumb".equals(environment.get("TERM"));
    }

    // UTF-8 whatever the locale says: a rupee sign that became '?' helps nobody.
    private static PrintStream stream(FileDescriptor descriptor, boolean atOnce) {
        var file = new FileOutputStream(descriptor);
        return new PrintStream(atOnce ? file : new BufferedOutputStream(file, BUFFER), atOnce, StandardCharsets.UTF_8);
    }

    private static int parse(String columns) {
        try {
            var width = Integer.parseInt(columns.strip());
            return width > 0 ? width : USUAL_WIDTH;
        } catch (NumberFormatException unknown) {
            return USUAL_WIDTH;
        }
    }

    public void print(String line) {
        out.println(line);
    }

    /** For libraries that want a writer. */
    public PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    /** Beside the answer, so that a pipe gets the answer alone. */
    public void tell(String line) {
        err.println(line);
    }
}
