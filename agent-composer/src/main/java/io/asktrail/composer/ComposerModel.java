package io.asktrail.composer;

import io.asktrail.model.ModelSettings;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param model the one that may word an answer more fluently; off unless it has an address */
@ConfigurationProperties("asktrail.composer")
record ComposerModel(@DefaultValue ModelSettings model) {}
