package io.asktrail.registry.policy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.registry.schema.ColumnName;
import io.asktrail.registry.schema.TableId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one role may see. A caller with several roles may see what any of them may.
 *
 * @param metrics allowed metrics
 * @param dimensions allowed dimensions
 * @param columns allowed columns: a metric or dimension that reads any other is closed, whatever else says; all if left
 *     out
 * @param pii whether personal data are shown or masked; masked if left out
 * @param approvals what needs somebody else's consent
 * @param approves to what of others the role may consent
 * @param rawRows tables whose single rows may be taken away; none if left out
 */
public record PolicyDefinition(
        Role role,
        Allowance<MetricId> metrics,
        Allowance<DimensionId> dimensions,
        Allowance<ColumnName> columns,
        Pii pii,
        List<Consent> approvals,
        List<Consent> approves,
        @JsonProperty("raw_rows") List<TableId> rawRows) {
    @JsonCreator
    public PolicyDefinition(
            Role role,
            Allowance<MetricId> metrics,
            Allowance<DimensionId> dimensions,
            @Nullable Allowance<ColumnName> columns,
            @Nullable Pii pii,
            @Nullable List<Consent> approvals,
            @Nullable List<Consent> approves,
            @Nullable @JsonProperty("raw_rows") List<TableId> rawRows) {
        this.role = role;
        this.metrics = metrics;
        this.dimensions = dimensions;
        this.columns = columns == null ? new Allowance<>(true, null, null) : columns;
        this.pii = pii == null ? Pii.MASK : pii;
        this.approvals = approvals == null ? List.of() : List.copyOf(approvals);
        this.approves = approves == null ? List.of() : List.copyOf(approves);
        this.rawRows = rawRows == null ? List.of() : List.copyOf(rawRows);
    }

    /** That consents to nothing and opens no single rows. */
    public PolicyDefinition(
            Role role,
            Allowance<MetricId> metrics,
            Allowance<DimensionId> dimensions,
            @Nullable Allowance<ColumnName> columns,
            @Nullable Pii pii,
            @Nullable List<Consent> approvals) {
        this(role, metrics, dimensions, columns, pii, approvals, null, null);
    }

    /** With every column open that the metrics and dimensions read, and personal data masked. */
    public PolicyDefinition(
            Role role, Allowance<MetricId> metrics, Allowance<DimensionId> dimensions, List<Consent> approvals) {
        this(role, metrics, dimensions, null, null, approvals);
    }

    /** How personal data are shown. */
    public enum Pii {
        @JsonProperty("allow")
        ALLOW,
        @JsonProperty("mask")
        MASK
    }

    /**
     * @param all whether everything is allowed that is not denied
     * @param allow what is allowed beside that
     * @param deny what is never allowed by this role
     */
    public record Allowance<T>(boolean all, List<T> allow, List<T> deny) {
        public Allowance(boolean all, @Nullable List<T> allow, @Nullable List<T> deny) {
            this.all = all;
            this.allow = allow == null ? List.of() : List.copyOf(allow);
            this.deny = deny == null ? List.of() : List.copyOf(deny);
        }

        /** Whether nothing at all is closed. */
        boolean isOpen() {
            return all && deny.isEmpty();
        }

        public boolean permits(T thing) {
            return (all || allow.contains(thing)) && !deny.contains(thing);
        }
    }
}
