package io.asktrail.contracts.caller;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, as their verified token says. A claim that is missing gives nothing, not everything.
 *
 * @param regions the states whose rows may be seen, or {@code ["*"]} for all of them; empty means no rows at all
 * @param channel the way they came; it gives and takes no rights
 */
public record Caller(
        String sub, List<Role> roles, List<String> regions, List<String> teams, List<String> scope, Channel channel) {
    private static final String EVERYTHING = "*";

    /** One who came by HTTP. */
    public Caller(String sub, List<Role> roles, List<String> regions, List<String> teams, List<String> scope) {
        this(sub, roles, regions, teams, scope, Channel.HTTP);
    }

    public Caller {
        Objects.requireNonNull(sub);
        roles = orNothing(roles).stream().distinct().sorted().toList();
        regions = orNothing(regions).stream().distinct().sorted().toList();
        teams = orNothing(teams).stream().distinct().sorted().toList();
        scope = orNothing(scope).stream().distinct().sorted().toList();
        channel = Objects.requireNonNullElse(channel, Channel.HTTP); // kept before there were others
    }

    /** The same, who came another way. */
    public Caller by(Channel other) {
        return new Caller(sub, roles, regions, teams, scope, other);
    }

    private static <T> List<T> orNothing(@Nullable List<T> claim) {
        return claim == null ? List.of() : claim;
    }

    public boolean seesAllRegions() {
        return regions.contains(EVERYTHING);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }
}
