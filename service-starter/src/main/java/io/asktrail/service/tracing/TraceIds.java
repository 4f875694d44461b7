package io.asktrail.service.tracing;

import io.opentelemetry.api.trace.Span;
import org.jspecify.annotations.Nullable;

/** The id under which the logs and spans of everything done for one request are found. */
public final class TraceIds {
    private TraceIds() {}

    /** The id of the trace this thread works for; null outside of any. */
    public static @Nullable String current() {
        var span = Span.current().getSpanContext();
        return span.isValid() ? span.getTraceId() : null;
    }
}
