package io.asktrail.orchestrator.replay;

import io.asktrail.contracts.agent.ComposerAgent;
import io.asktrail.contracts.agent.ComposerAgent.DrawRequest;
import io.asktrail.contracts.answer.Chart;
import io.asktrail.contracts.answer.PictureFormat;
import io.asktrail.contracts.answer.PictureSize;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.orchestrator.answering.AnswerStore;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The charts of stored answers as pictures, for whoever got the answer. */
@RestController
@RequestMapping("/orchestrator/v1/answers")
public class ChartController {
    /** Raised when drawings come to look other than before, so that nobody keeps the old ones. */
    private static final String LOOK = "1";

    private static final Duration KEPT = Duration.ofDays(1);

    private final AnswerStore answers;
    private final ComposerAgent composer;

    ChartController(AnswerStore answers, ComposerAgent composer) {
        this.answers = answers;
        this.composer = composer;
    }

    @Operation(operationId = "getAnswerChartSvg", summary = "The chart of a stored answer as SVG, without script")
    @GetMapping(path = "/{id}/chart.svg", produces = "image/svg+xml")
    public ResponseEntity<byte[]> svg(
            @Parameter(hidden = true) CallContext call,
            @PathVariable("id") String id,
            @RequestParam(name = "width", defaultValue = "" + PictureSize.USUAL_WIDTH) int width,
            @RequestParam(name = "height", required = false) @Nullable Integer height,
            @RequestHeader(name = "If-None-Match", required = false) @Nullable String known) {
        return picture(call, id, PictureFormat.SVG, size(width, height, 1), known);
    }

    @Operation(operationId = "getAnswerChartPng", summary = "The chart of a stored answer as PNG")
    @GetMapping(path = "/{id}/chart.png", produces = MediaType.IMAGE_PNG_VALUE)
    public ResponseEntity<byte[]> png(
            @Parameter(hidden = true) CallContext call,
            @PathVariable("id") String id,
            @RequestParam(name = "width", defaultValue = "" + PictureSize.USUAL_WIDTH) int width,
            @RequestParam(name = "height", required = false) @Nullable Integer height,
            @RequestParam(name = "scale", defaultValue = "1") int scale,
            @RequestHeader(name = "If-None-Match", required = false) @Nullable String known) {
        return picture(call, id, PictureFormat.PNG, size(width, height, scale), known);
    }

    private static PictureSize size(int width, @Nullable Integer height, int scale) {
        try {
            return new PictureSize(width, height, scale);
        } catch (IllegalArgumentException outOfBounds) {
            throw new SuiteException(
                    ErrorCode.MALFORMED_REQUEST, String.valueOf(outOfBounds.getMessage()), outOfBounds);
        }
    }

    private ResponseEntity<byte[]> picture(
            CallContext call, String id, PictureFormat format, PictureSize size, @Nullable String known) {
        var chart = chart(call, id);
        // An answer never changes, so its picture is known by its name; only its owner gets this far.
        var tag = "\"%s-%s-%s-%dx%sx%d\""
                .formatted(LOOK, id, extension(format), size.width(), size.height(), size.scale());
        // Told before anything is drawn.
        if (known != null && Arrays.asList(known.split("\\s*,\\s*")).contains(tag)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag).build();
        }
        var drawn = composer.draw(call, new DrawRequest(chart, format, size));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(format.type()))
                .eTag(tag)
                .cacheControl(CacheControl.maxAge(KEPT).cachePrivate())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
                .header(
                        "Content-Disposition",
                        ContentDisposition.inline()
                                .filename("chart." + extension(format))
                                .build()
                                .toString())
                .body(drawn.picture());
    }

    private Chart chart(CallContext call, String id) {
        var answer = answers.find(call.caller(), id)
                .orElseThrow(() -> new SuiteException(
                        ErrorCode.UNKNOWN_ID, "You have no answer with this id: ids come with each answer."));
        var chart = answer.chart();
        if (chart == null) {
            throw new SuiteException(
                    ErrorCode.UNKNOWN_ID,
                    "This answer has no chart: a picture would say no more than its words. Its table is in the answer.");
        }
        return chart;
    }

    private static String extension(PictureFormat format) {
        return format.name().toLowerCase(Locale.ROOT);
    }
}
