package io.asktrail.composer.drawing;

import io.asktrail.composer.chart.PictureReader;
import io.asktrail.contracts.agent.ComposerAgent.DrawRequest;
import io.asktrail.contracts.agent.ComposerAgent.Drawn;
import io.asktrail.contracts.answer.PictureFormat;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import java.util.concurrent.Semaphore;

/** Draws the chart of an answer. */
public final class Drawer {
    // A large picture takes some 30 MB while it is drawn: no more of them at a time than there are processors.
    private final Semaphore seats = new Semaphore(Runtime.getRuntime().availableProcessors());

    /** @throws SuiteException {@link ErrorCode#UNKNOWN_ID} for a chart that was not written here */
    public Drawn draw(DrawRequest request) {
        var picture = PictureReader.read(request.chart())
                .orElseThrow(() -> new SuiteException(
                        ErrorCode.UNKNOWN_ID,
                        "This chart cannot be drawn here: ask again, or draw its Vega-Lite specification yourself."));
        seats.acquireUninterruptibly();
        try {
            var drawing = Drawing.of(picture, request.size());
            return new Drawn(
                    request.format() == PictureFormat.PNG
                            ? Png.of(drawing, request.size().scale())
                            : Svg.of(drawing));
        } finally {
            seats.release();
        }
    }
}
