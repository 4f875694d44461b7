package io.asktrail.cli.ask;

import io.asktrail.cli.answer.StageWords;
import io.asktrail.cli.render.Heading;
import io.asktrail.cli.terminal.ProgressLine;
import io.asktrail.cli.terminal.Terminal;
import io.asktrail.contracts.ask.Language;

/** Tells whoever waits at a terminal how far a question has come; one that is answered at once shows nothing. */
final class Stages implements AutoCloseable {
    private static final long SHOWN_AFTER_MS = 400;
    private static final long DRAWN_EVERY_MS = 250;

    private final ProgressLine line;
    private final Thread clock = new Thread(this::draw, "stages");
    private final Language language;
    private String text;
    private int planned;
    private int done;
    private boolean ended;

    /** @param language of the question */
    Stages(Terminal terminal, Language language) {
        this.language = language;
        this.text = Heading.READING.in(language);
        this.line = new ProgressLine(terminal);
        clock.setDaemon(true);
        clock.start();
    }

    /** @param data what came with the event, as JSON */
    synchronized void happened(String event, String data) {
        switch (event) {
            case "understood" -> text = Heading.PLANNING.in(language);
            case "planned" -> {
                planned += StageWords.steps(data);
                text = steps();
            }
            case "step" -> {
                done++;
                text = steps();
            }
            case "thought" -> text = Heading.LOOKING_FURTHER.in(language);
            default -> {}
        }
    }

    private String steps() {
        return planned == 0
                ? Heading.WORKING.in(language)
                : Heading.STEP.in(language, Math.min(done + 1, planned), planned);
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
