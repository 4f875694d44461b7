package io.asktrail.orchestrator;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param cacheFor how long a result answers equal questions
 * @param cacheEntries how many results are kept
 */
@Validated
@ConfigurationProperties("asktrail.orchestrator")
record OrchestratorProperties(
        @DefaultValue("60s") Duration cacheFor,
        @DefaultValue("10000") long cacheEntries) {}
