package io.asktrail.orchestrator.tools;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How tools are called.
 *
 * @param places calls of one tool that this process makes at once
 * @param patience the longest wait for a place
 * @param retryShare repetitions, as a share of the calls
 * @param firstPause bound of the wait before the first repetition; it doubles
 * @param longestPause where the doubling ends
 * @param leftAlone for how long a tool that fails again and again is not called
 */
@ConfigurationProperties("asktrail.orchestrator.tools")
record ToolProperties(
        @DefaultValue("32") int places,
        @DefaultValue("60s") Duration patience,
        @DefaultValue("0.1") double retryShare,
        @DefaultValue("100ms") Duration firstPause,
        @DefaultValue("2s") Duration longestPause,
        @DefaultValue("5s") Duration leftAlone) {}
