package io.asktrail.service;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a service knows of itself.
 *
 * @param service its name, which is the audience of the internal tokens it accepts; {@code local} is the whole suite in
 *     one process
 * @param deadline how long a call may take that says nothing of its own
 * @param repeatableCells how many cells of results are kept for calls that are repeated under the same key
 */
@ConfigurationProperties("asktrail")
public record ServiceProperties(
        @DefaultValue("local") String service,
        @DefaultValue("20s") Duration deadline,
        @DefaultValue("400000") long repeatableCells,
        @DefaultValue Internal internal) {

    /** @param keyDir the folder of the internal keys, one file {@code <audience>.key} for each service that is called */
    public record Internal(@Nullable Path keyDir) {}
}
