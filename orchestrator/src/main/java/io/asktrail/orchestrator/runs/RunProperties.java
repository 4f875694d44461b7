package io.asktrail.orchestrator.runs;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How runs are looked after.
 *
 * @param lease for how long a run belongs to a process that gives no sign of life
 * @param watchEvery how often leases are renewed and runs without an owner are looked for
 * @param longest for how long a run may go on without its caller
 * @param most runs without their callers that this process works on at once
 */
@ConfigurationProperties("asktrail.orchestrator.runs")
record RunProperties(
        @DefaultValue("8s") Duration lease,
        @DefaultValue("2s") Duration watchEvery,
        @DefaultValue("10m") Duration longest,
        @DefaultValue("32") int most) {}
