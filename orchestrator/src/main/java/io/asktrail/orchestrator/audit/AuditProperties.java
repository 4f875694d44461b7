package io.asktrail.orchestrator.audit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the audit is kept.
 *
 * @param keep how long a line is kept, at least a day
 * @param room lines that wait to be written at most
 * @param writeEvery how long between two batches
 * @param forgetEvery how often what is over its time is deleted
 */
@ConfigurationProperties("asktrail.audit")
record AuditProperties(
        @DefaultValue("180d") Duration keep,
        @DefaultValue("10000") int room,
        @DefaultValue("250ms") Duration writeEvery,
        @DefaultValue("1h") Duration forgetEvery) {
    AuditProperties {
        if (keep.compareTo(Duration.ofDays(1)) < 0) {
            throw new IllegalArgumentException("asktrail.audit.keep is at least 1d");
        }
        if (room < 1) {
            throw new IllegalArgumentException("asktrail.audit.room is at least 1");
        }
    }
}
