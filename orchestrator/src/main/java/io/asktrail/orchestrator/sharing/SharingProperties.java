package io.asktrail.orchestrator.sharing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param linksOpenFor how long a link to an answer opens it */
@ConfigurationProperties("asktrail.orchestrator")
record SharingProperties(@DefaultValue("30d") Duration linksOpenFor) {}
