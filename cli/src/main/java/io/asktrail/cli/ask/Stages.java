package io.asktrail.cli.ask;

import io.asktrail.cli.answer.StageWords;
import io.asktrail.cli.terminal.ProgressLine;
import io.asktrail.cli.terminal.Terminal;

/** Tells whoever waits at a terminal how far a question has come; one that is answered at once shows nothing. */
final class Stages implements AutoCloseable {
    private static final long SHOWN_AFTER_MS = 400;
    private static final long DRAWN_EVERY_MS = 250;

    private final ProgressLine line;
    private final Thread clock = new Thread(this::draw, "stages");
    private String text = "Reading the question";
    private int planned;
    private int done;
    private boolean ended;

    Stages(Terminal terminal) {
        this.line = new ProgressLine(terminal);
        clock.setDaemon(true);
        clock.start();
    }

    /** @param data what came with the event, as JSON */
    synchronized void happened(String event, String data) {
        switch (event) {
            case "understood" -> text = "Planning";
            case "planned" -> {
                planned += StageWords.steps(data);
                text = steps();
            }
            case "step" -> {
                done++;
                text = steps();
            }
            case "thought" -> text = "Looking further";
            default -> {}
        }
    }

    private String steps() {
        return planned == 0 ? "Working" : "Step %d of %d".formatted(Math.min(done + 1, planned), planned);
    }

    private synchronized void draw() {
        try {
            wait(SHOWN_AFTER_MS);
            while (!ended) {
                line.show(text);
                wait(DRAWN_EVERY_MS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void close() {
        ended = true;
        notifyAll();
        line.close();
    }
}
