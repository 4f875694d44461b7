package io.asktrail.cli.terminal;

/** What somebody sees who waits: one line redrawn in place on a terminal, else a line for each change. */
public final class ProgressLine implements AutoCloseable {
    private static final String CLEAR = "\r\u001b[K";

    private final Terminal terminal;
    private final long startedAt = System.nanoTime();
    private String text = "";
    private String shown = "";
    private boolean drawn;

    public ProgressLine(Terminal terminal) {
        this.terminal = terminal;
    }

    public void show(String next) {
        text = next;
        again();
    }

    /** Nothing new, but time goes on. */
    public void again() {
        if (terminal.errIsTerminal()) {
            draw("%s… %d s".formatted(text, (System.nanoTime() - startedAt) / 1_000_000_000L));
        } else if (!text.equals(shown)) {
            terminal.tell(text + "…");
            shown = text;
        }
    }

    private void draw(String line) {
        if (line.equals(shown)) {
            return;
        }
        if (!drawn) {
            // Ctrl-C would leave the shell's prompt in the middle of the line.
            Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        }
        terminal.err().print(CLEAR + line);
        terminal.err().flush();
        shown = line;
        drawn = true;
    }

    @Override
    public synchronized void close() {
        if (drawn && !shown.isEmpty()) {
            terminal.err().print(CLEAR);
            terminal.err().flush();
        }
        shown = "";
    }
}
