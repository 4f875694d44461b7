package io.asktrail.orchestrator.drift;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When the sources are looked at.
 *
 * @param afterStart how long after the start: the first questions come before it
 * @param every how long between two looks
 */
@ConfigurationProperties("asktrail.drift")
record DriftProperties(
        @DefaultValue("30s") Duration afterStart,
        @DefaultValue("24h") Duration every) {}
