package io.asktrail.orchestrator.exports;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param longest how long writing a file may take that somebody waits for; the gateway waits no longer either */
@ConfigurationProperties("asktrail.orchestrator.exports")
record ExportProperties(@DefaultValue("100s") Duration longest) {}
