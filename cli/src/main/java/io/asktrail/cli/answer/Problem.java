package io.asktrail.cli.answer;

import java.util.Optional;

/** A failure as the gateway tells it (RFC 9457). */
public record Problem(String detail, Optional<String> traceId) {
    /** With the trace that an operator finds it by. */
    public String sentence() {
        return detail + traceId.map(id -> " [trace %s]".formatted(id)).orElse("");
    }

    /** Empty if the bytes are no problem document. */
    public static Optional<Problem> read(byte[] json) {
        return JsonTree.parse(json)
                .flatMap(node -> Optional.ofNullable(Nodes.text(node, "detail"))
                        .map(detail -> new Problem(detail, Optional.ofNullable(Nodes.text(node, "trace_id")))));
    }
}
