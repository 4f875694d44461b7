package io.asktrail.orchestrator.tools;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is kept of steps' results.
 *
 * @param cacheCells how many cells
 * @param sharedResults whether orchestrators share them through PostgreSQL
 */
@ConfigurationProperties("asktrail.orchestrator")
record KeptResultProperties(
        @DefaultValue("5000000") long cacheCells,
        @DefaultValue("false") boolean sharedResults) {}
