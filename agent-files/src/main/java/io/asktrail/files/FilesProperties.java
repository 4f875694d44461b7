package io.asktrail.files;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where files are kept and for how long.
 *
 * @param folder for this program's user alone; null for a new folder among the temporary ones, whose files are lost
 *     when the machine clears them
 * @param keepFor how long a file waits for its owner
 * @param sweepEvery how often what is past its time is deleted
 * @param roomLeft what is left free on the disk, however much is asked for
 */
@ConfigurationProperties("asktrail.files")
record FilesProperties(
        @Nullable Path folder,
        @DefaultValue("24h") Duration keepFor,
        @DefaultValue("5m") Duration sweepEvery,
        @DefaultValue("500MB") DataSize roomLeft) {
    FilesProperties {
        if (!keepFor.isPositive() || !sweepEvery.isPositive()) {
            throw new IllegalArgumentException("asktrail.files.keep-for and sweep-every are longer than nothing");
        }
    }
}
