package io.asktrail.router;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which registry the vocabulary grows from.
 *
 * @param registry a folder of registry files; null for those that come with the program
 * @param workspace which of those
 */
@ConfigurationProperties("asktrail")
record RouterProperties(
        @Nullable String registry, @DefaultValue("demo") String workspace) {}
