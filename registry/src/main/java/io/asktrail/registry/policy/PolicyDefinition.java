package io.asktrail.registry.policy;

import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import java.util.List;

/**
 * What one role may see. A caller with several roles may see what any of them may.
 *
 * @param metrics allowed metrics
 * @param dimensions allowed dimensions
 * @param approvals what needs somebody else's consent
 */
public record PolicyDefinition(
        Role role, Allowance<MetricId> metrics, Allowance<DimensionId> dimensions, List<String> approvals) {
    public PolicyDefinition {
        approvals = approvals == null ? List.of() : List.copyOf(approvals);
    }

    /**
     * @param all whether everything is allowed that is not denied
     * @param allow what is allowed beside that
     * @param deny what is never allowed by this role
     */
    public record Allowance<T>(boolean all, List<T> allow, List<T> deny) {
        public Allowance {
            allow = allow == null ? List.of() : List.copyOf(allow);
            deny = deny == null ? List.of() : List.copyOf(deny);
        }

        public boolean permits(T thing) {
            return (all || allow.contains(thing)) && !deny.contains(thing);
        }
    }
}
