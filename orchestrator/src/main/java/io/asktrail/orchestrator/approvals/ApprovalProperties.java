package io.asktrail.orchestrator.approvals;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param openFor how long a request for consent can be decided
 * @param approvedFor how long the file can be had once it is approved
 */
@ConfigurationProperties("asktrail.orchestrator.exports")
record ApprovalProperties(
        @DefaultValue("7d") Duration openFor,
        @DefaultValue("24h") Duration approvedFor) {}
