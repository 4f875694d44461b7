package io.asktrail.service.channel;

import java.util.List;

/**
 * An address that a channel opens to whoever has no token of ours, because it checks the sender by other means.
 *
 * @param pattern a path pattern, such as {@code /slack/**}
 */
public record PublicAddress(String pattern) {
    private static final List<String> CLOSED = List.of("/v1", "/agents", "/orchestrator");

    public PublicAddress {
        if (!pattern.startsWith("/") || pattern.equals("/**") || CLOSED.stream().anyMatch(pattern::startsWith)) {
            throw new IllegalArgumentException("'%s' cannot be opened to everybody".formatted(pattern));
        }
    }
}
