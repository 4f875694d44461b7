package io.asktrail.gateway.limits;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Which requests weigh how much. */
final class Routes {
    private static final Weighed USUAL = new Weighed(1, null);

    private final List<Rule> rules;

    /** @param limit of these requests alone; null if only the subject's allowance counts */
    record Weighed(int weight, @Nullable Limit limit) {}

    private record Rule(@Nullable HttpMethod method, PathPattern path, Weighed weighed) {
        boolean matches(HttpServletRequest request, PathContainer requested) {
            return (method == null || method.matches(request.getMethod())) && path.matches(requested);
        }
    }

    /** Where several rules fit, the most specific path counts, whatever the order they are written in. */
    Routes(Map<String, LimitProperties.Route> settings) {
        rules = settings.entrySet().stream()
                .flatMap(route -> route.getValue().requests().stream()
                        .map(request -> rule(request, weighed(route.getKey(), route.getValue()))))
                .sorted((one, other) -> one.path.compareTo(other.path))
                .toList();
    }

    private static Weighed weighed(String name, LimitProperties.Route route) {
        if (route.perMinute() == null) {
            return new Weighed(route.weight(), null);
        }
        return new Weighed(
                route.weight(),
                new Limit(name, route.perMinute(), Objects.requireNonNullElse(route.burst(), route.perMinute())));
    }

    private static Rule rule(String written, Weighed weighed) {
        var parts = List.of(written.strip().split("\\s+", -1));
        if (parts.size() > 2 || !parts.getLast().startsWith("/")) {
            throw new IllegalArgumentException(
                    "asktrail.gateway.limits.routes: '%s' is no request; write one as POST /v1/ask".formatted(written));
        }
        return new Rule(
                parts.size() == 1 ? null : HttpMethod.valueOf(parts.getFirst()),
                PathPatternParser.defaultInstance.parse(parts.getLast()),
                weighed);
    }

    Weighed of(HttpServletRequest request) {
        var requested = PathContainer.parsePath(request.getRequestURI());
        for (var rule : rules) {
            if (rule.matches(request, requested)) {
                return rule.weighed;
            }
        }
        return USUAL;
    }
}
