package io.asktrail.cli.render;

import io.asktrail.cli.terminal.Style;
import io.asktrail.cli.terminal.Terminal;

/**
 * How an answer is laid out.
 *
 * @param columns how wide a line may be
 * @param screen whether it goes to a screen, which gets no more rows than people can take in
 * @param chart whether a chart is drawn where one helps
 */
public record Look(int columns, boolean screen, boolean chart, Style style) {
    /** On standard output; charts are for people, not for files. */
    public static Look of(Terminal terminal, boolean chart) {
        return new Look(
                terminal.columns(), terminal.outIsTerminal(), chart && terminal.outIsTerminal(), terminal.style());
    }

    /** Beside the answer, on standard error. */
    public static Look beside(Terminal terminal) {
        return new Look(terminal.columns(), terminal.errIsTerminal(), false, new Style(false));
    }
}
