package io.asktrail.cli.ask;

import io.asktrail.cli.CliFailure;
import io.asktrail.cli.ExitCodes;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the user wants.
 *
 * @param goOn whether the last conversation continues
 * @param chart whether a chart may be drawn
 * @param url another gateway; null for the local one
 */
record AskOrder(
        String question,
        @Nullable LocalDate asOf,
        boolean goOn,
        Shape shape,
        boolean chart,
        @Nullable String url,
        Identity identity) {
    /** How the answer is printed. */
    enum Shape {
        TEXT,
        EXPLAINED,
        JSON,
        /** Its rows alone, for a file or a pipe. */
        CSV
    }

    AskOrder {
        if (question.isBlank()) {
            throw new CliFailure(ExitCodes.USAGE, "The question is empty: say what you want to know.");
        }
        if (url != null && !identity.roles().isEmpty()) {
            throw new CliFailure(
                    ExitCodes.USAGE, "--role and --region act on the local Asktrail; for another gateway use --token.");
        }
    }
}
