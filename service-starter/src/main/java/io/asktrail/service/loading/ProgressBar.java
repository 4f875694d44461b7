package io.asktrail.service.loading;

import java.io.PrintStream;
import java.util.function.LongConsumer;

/** A bar on one line of a terminal; it is drawn anew only when the per cent have changed. */
public final class ProgressBar implements LoadProgress {
    private static final int WIDTH = 30;

    private final PrintStream out;

    public ProgressBar(PrintStream out) {
        this.out = out;
    }

    @Override
    public LongConsumer stage(String name, long bytesInAll) {
        var drawn = new int[] {-1};
        return bytes -> {
            var percent = (int) Math.min(100, bytes * 100 / Math.max(1, bytesInAll));
            if (percent != drawn[0]) {
                drawn[0] = percent;
                draw(name, percent);
            }
        };
    }

    @Override
    public void done() {
        out.print("\r" + " ".repeat(WIDTH + 20) + "\r");
        out.flush();
    }

    private void draw(String name, int percent) {
        var filled = WIDTH * percent / 100;
        out.printf("\r%-9s [%s%s] %3d %%", name, "#".repeat(filled), " ".repeat(WIDTH - filled), percent);
        out.flush();
    }
}
