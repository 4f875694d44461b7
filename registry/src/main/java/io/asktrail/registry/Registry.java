package io.asktrail.registry;

import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.FieldId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.id.TemplateId;
import io.asktrail.contracts.id.ToolId;
import io.asktrail.contracts.id.ToolRef;
import io.asktrail.contracts.id.VerifiedId;
import io.asktrail.contracts.verified.VerifiedQuestion;
import io.asktrail.registry.calendar.BusinessCalendar;
import io.asktrail.registry.dimension.DimensionDefinition;
import io.asktrail.registry.metric.MetricDefinition;
import io.asktrail.registry.policy.Access;
import io.asktrail.registry.policy.PolicyDefinition;
import io.asktrail.registry.policy.Rights;
import io.asktrail.registry.rate.ExchangeRates;
import io.asktrail.registry.schema.TableDefinition;
import io.asktrail.registry.schema.TableId;
import io.asktrail.registry.template.TemplateDefinition;
import io.asktrail.registry.tool.Capability;
import io.asktrail.registry.tool.ToolDefinition;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Every definition, checked whole. Immutable: a reload makes another one.
 *
 * @param version hash of the content of all files; equal content gives the equal version
 */
public record Registry(
        String version,
        SortedMap<MetricId, MetricDefinition> metrics,
        SortedMap<DimensionId, DimensionDefinition> dimensions,
        SortedMap<TableId, TableDefinition> tables,
        SortedMap<ToolId, ToolDefinition> tools,
        SortedMap<TemplateId, TemplateDefinition> templates,
        List<PolicyDefinition> policies,
        SortedMap<VerifiedId, VerifiedQuestion> verified,
        ExchangeRates rates,
        BusinessCalendar calendar) {
    /** One without exchange rates. */
    public Registry(
            String version,
            SortedMap<MetricId, MetricDefinition> metrics,
            SortedMap<DimensionId, DimensionDefinition> dimensions,
            SortedMap<TableId, TableDefinition> tables,
            SortedMap<ToolId, ToolDefinition> tools,
            SortedMap<TemplateId, TemplateDefinition> templates,
            List<PolicyDefinition> policies,
            SortedMap<VerifiedId, VerifiedQuestion> verified,
            BusinessCalendar calendar) {
        this(version, metrics, dimensions, tables, tools, templates, policies, verified, ExchangeRates.NONE, calendar);
    }

    /** One without verified questions and exchange rates. */
    public Registry(
            String version,
            SortedMap<MetricId, MetricDefinition> metrics,
            SortedMap<DimensionId, DimensionDefinition> dimensions,
            SortedMap<TableId, TableDefinition> tables,
            SortedMap<ToolId, ToolDefinition> tools,
            SortedMap<TemplateId, TemplateDefinition> templates,
            List<PolicyDefinition> policies,
            BusinessCalendar calendar) {
        this(
                version,
                metrics,
                dimensions,
                tables,
                tools,
                templates,
                policies,
                Collections.emptySortedMap(),
                ExchangeRates.NONE,
                calendar);
    }

    /** One without templates and verified questions. */
    public Registry(
            String version,
            SortedMap<MetricId, MetricDefinition> metrics,
            SortedMap<DimensionId, DimensionDefinition> dimensions,
            SortedMap<TableId, TableDefinition> tables,
            SortedMap<ToolId, ToolDefinition> tools,
            List<PolicyDefinition> policies,
            BusinessCalendar calendar) {
        this(version, metrics, dimensions, tables, tools, Collections.emptySortedMap(), policies, calendar);
    }

    public Optional<MetricDefinition> findMetric(MetricId id) {
        return Optional.ofNullable(metrics.get(id));
    }

    public Optional<DimensionDefinition> findDimension(DimensionId id) {
        return Optional.ofNullable(dimensions.get(id));
    }

    /** @throws SuiteException if no file defines it */
    public MetricDefinition metric(MetricId id) {
        return findMetric(id)
                .orElseThrow(() -> new SuiteException(
                        ErrorCode.UNKNOWN_METRIC,
                        "There is no metric '%s'. GET /v1/metrics lists them.".formatted(id)));
    }

    /** @throws SuiteException if no file defines it */
    public DimensionDefinition dimension(DimensionId id) {
        return findDimension(id)
                .orElseThrow(() -> new SuiteException(
                        ErrorCode.UNKNOWN_DIMENSION,
                        "There is no dimension '%s'. GET /v1/dimensions lists them.".formatted(id)));
    }

    /** @throws SuiteException if no file defines it */
    public TableDefinition table(TableId id) {
        return Optional.ofNullable(tables.get(id))
                .orElseThrow(() -> new SuiteException(ErrorCode.BROKEN_INVARIANT, "No schema defines " + id + "."));
    }

    /** @throws SuiteException if no file defines it */
    public TemplateDefinition template(TemplateId id) {
        return Optional.ofNullable(templates.get(id))
                .orElseThrow(() -> new SuiteException(
                        ErrorCode.UNKNOWN_ID,
                        "There is no template '%s'; there are %s."
                                .formatted(id, templates.isEmpty() ? "none" : templates.keySet())));
    }

    /** @throws SuiteException if no file defines it */
    public ToolDefinition tool(ToolId id) {
        return Optional.ofNullable(tools.get(id))
                .orElseThrow(() -> new SuiteException(
                        ErrorCode.UNKNOWN_TOOL, "There is no tool '%s'. GET /v1/tools lists them.".formatted(id)));
    }

    /** @throws SuiteException if no file defines it */
    public Capability capability(ToolRef ref) {
        return tool(ref.tool())
                .capability(ref.capability())
                .orElseThrow(() -> new SuiteException(ErrorCode.UNKNOWN_TOOL, "There is no tool '%s'.".formatted(ref)));
    }

    /** The same with every metric that is money counted in one currency, as its converted amounts are. */
    public Registry countedIn(Currency currency) {
        var counted = new TreeMap<MetricId, MetricDefinition>();
        metrics.forEach((id, metric) -> counted.put(id, metric.countedIn(currency)));
        return new Registry(
                version,
                Collections.unmodifiableSortedMap(counted),
                dimensions,
                tables,
                tools,
                templates,
                policies,
                verified,
                rates,
                calendar);
    }

    public boolean isMetric(FieldId field) {
        return metrics.containsKey(field.asMetric());
    }

    public boolean isDimension(FieldId field) {
        return dimensions.containsKey(field.asDimension());
    }

    /** What a caller may see of all this. */
    public Access accessOf(Caller caller) {
        return Rights.of(caller, policies, metrics, dimensions, tables);
    }

    /** How a fact table has a dimension: the binding and the foreign keys that lead to its table; empty if it has not. */
    public Optional<DimensionPath> path(TableId fact, DimensionId dimension) {
        return DimensionPath.find(this, fact, dimension);
    }
}
