package io.asktrail.insights;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the registry is.
 *
 * @param registry a folder of registry files; null for those that come with the program
 * @param workspace whose bundled registry to use
 */
@ConfigurationProperties("asktrail")
record InsightsProperties(
        @Nullable String registry, @DefaultValue("demo") String workspace) {}
