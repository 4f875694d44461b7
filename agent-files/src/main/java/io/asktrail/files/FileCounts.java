package io.asktrail.files;

import io.asktrail.contracts.file.ExportedFile;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/** What an operator wants to know of files: how many, how large, and how they ended. */
final class FileCounts {
    private final MeterRegistry meters;

    FileCounts(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Why a file was deleted. */
    enum Why {
        ASKED,
        EXPIRED
    }

    void written(ExportedFile file) {
        var format = file.format().extension();
        meters.counter("asktrail.files.written", "format", format).increment();
        meters.counter("asktrail.files.rows", "format", format).increment(file.rows());
        meters.counter("asktrail.files.bytes", "format", format).increment(file.bytes());
    }

    void deleted(Why why, int files) {
        meters.counter("asktrail.files.deleted", "why", why.name().toLowerCase(Locale.ROOT))
                .increment(files);
    }
}
