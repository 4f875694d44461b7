package io.asktrail.gateway.limits;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often a subject may ask. Requests weigh differently: a question takes more of the allowance than a look into the
 * catalogue.
 *
 * @param perMinute what a subject may take in the long run, in weights
 * @param burst how much of it at once
 * @param routes requests that weigh more than 1, or have a limit of their own, by a name that callers see
 */
@ConfigurationProperties("asktrail.gateway.limits")
record LimitProperties(
        @DefaultValue("1200") int perMinute,
        @DefaultValue("240") int burst,
        @DefaultValue Map<String, Route> routes) {
    LimitProperties {
        routes = Map.copyOf(routes);
        check(perMinute, burst, "asktrail.gateway.limits");
    }

    /**
     * @param requests which ones, as {@code POST /v1/ask}, or without a method for all; paths may hold {@code *} and
     *     {@code **}
     * @param weight what one takes of the subject's allowance; all of a burst, if that is less
     * @param perMinute how many of these a subject may make in the long run; null: only the allowance counts
     * @param burst how many of these at once; null: as many as in a minute
     */
    record Route(
            @DefaultValue List<String> requests,
            @DefaultValue("1") int weight,
            @Nullable Integer perMinute,
            @Nullable Integer burst) {
        Route {
            requests = List.copyOf(requests);
            if (requests.isEmpty() || weight < 1) {
                throw new IllegalArgumentException(
                        "asktrail.gateway.limits.routes: each has requests, such as POST /v1/ask, and a weight of at"
                                + " least 1");
            }
            if (perMinute == null && burst != null) {
                throw new IllegalArgumentException(
                        "asktrail.gateway.limits.routes: a burst without a per-minute says nothing");
            }
            if (perMinute != null) {
                check(perMinute, burst == null ? perMinute : burst, "asktrail.gateway.limits.routes");
            }
        }
    }

    private static void check(int perMinute, int burst, String where) {
        if (perMinute < 1 || burst < 1) {
            throw new IllegalArgumentException(where + ": per-minute and burst are at least 1");
        }
    }
}
