package io.asktrail.router;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How values come to the router.
 *
 * @param every how long values may be old
 * @param retry how long to wait after a source could not be asked
 * @param patience how long one source may take for one dimension
 * @param limit values of one dimension at most
 */
@ConfigurationProperties("asktrail.router.values")
record FeedProperties(
        @DefaultValue("5m") Duration every,
        @DefaultValue("5s") Duration retry,
        @DefaultValue("30s") Duration patience,
        @DefaultValue("200000") int limit) {}
