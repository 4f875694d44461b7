package io.asktrail.registry.policy;

import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.registry.Registry;
import io.asktrail.registry.metric.Derivation;
import io.asktrail.registry.metric.Measure;
import io.asktrail.registry.schema.ColumnDefinition;
import io.asktrail.registry.schema.ColumnName;
import io.asktrail.registry.schema.TableDefinition;
import io.asktrail.registry.schema.TableId;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one caller may take away as files, and to what of others they may consent. */
public final class ExportRights {
    private final Registry registry;
    private final Access access;
    private final List<PolicyDefinition> own;

    private ExportRights(Registry registry, Access access, List<PolicyDefinition> own) {
        this.registry = registry;
        this.access = access;
        this.own = own;
    }

    public static ExportRights of(Caller caller, Registry registry) {
        var own = registry.policies().stream()
                .filter(policy -> caller.has(policy.role()))
                .toList();
        return new ExportRights(registry, registry.accessOf(caller), own);
    }

    /** Whether files of answers need somebody's consent: unless one of the caller's roles goes without. */
    public boolean needsConsentToExport() {
        return own.stream().allMatch(policy -> policy.approvals().contains(Consent.DATA_EXPORT));
    }

    /** Whether the caller may consent to this; who may must be allowed to see it themselves. */
    public boolean mayConsentTo(Consent consent) {
        return own.stream().anyMatch(policy -> policy.approves().contains(consent));
    }

    /** Whether single rows of the table may be asked for at all. */
    public boolean opensRowsOf(TableId table) {
        return opening(table).findAny().isPresent();
    }

    /** Whether single rows of the table need somebody's consent: unless a role that opens them goes without. */
    public boolean needsConsentToRowsOf(TableId table) {
        return opening(table).allMatch(policy -> policy.approvals().contains(Consent.RAW_ROWS));
    }

    private Stream<PolicyDefinition> opening(TableId table) {
        return own.stream().filter(policy -> policy.rawRows().contains(table));
    }

    /**
     * The columns of a table's single rows, in the order of its schema. A column is closed if no role opens it, or if a
     * metric or a dimension that shows it is closed: whoever may not see a number may not add it up either.
     */
    public List<ColumnDefinition> columnsOf(TableDefinition table) {
        var closed = closedColumns(table.id());
        return table.columns().stream()
                .filter(column -> !closed.contains(column.name()))
                .filter(column -> opening(table.id())
                        .anyMatch(policy -> policy.columns().permits(ColumnName.of(table.id(), column.name()))))
                .toList();
    }

    private Set<String> closedColumns(TableId table) {
        var closed = new HashSet<String>();
        registry.metrics().values().stream()
                .filter(metric -> !isOpen(metric.id()))
                .flatMap(metric -> metric.derivation() instanceof Derivation.Measured measured
                        ? measured.measures().stream()
                        : Stream.empty())
                .filter(measure -> measure.table().equals(table))
                .flatMap(ExportRights::closing)
                // Others may be counted over the same column, and that column be open with them.
                .filter(Predicate.not(column -> isShownByAnOpenMetric(table, column)))
                .forEach(closed::add);
        registry.dimensions().values().stream()
                .filter(dimension -> !isOpen(dimension.id()))
                .flatMap(dimension -> dimension.columns().stream())
                .filter(binding -> binding.table().equals(table))
                .flatMap(binding -> Stream.of(binding.column(), binding.key(), binding.title()))
                .filter(Objects::nonNull)
                .forEach(closed::add);
        return closed;
    }

    // What a percentile is taken per names things and is no number of its own.
    private static Stream<String> closing(Measure measure) {
        var percentile = measure.percentile();
        return percentile == null
                ? measure.columns()
                : measure.columns().filter(Predicate.not(percentile.per()::equals));
    }

    // The middle of many numbers tells little of each: it opens no column.
    private boolean isShownByAnOpenMetric(TableId table, String column) {
        return registry.metrics().values().stream()
                .filter(metric -> isOpen(metric.id()))
                .anyMatch(metric -> metric.derivation() instanceof Derivation.Measured measured
                        && measured.measures().stream()
                                .anyMatch(measure -> measure.percentile() == null
                                        && measure.table().equals(table)
                                        && column.equals(measure.column())));
    }

    private boolean isOpen(MetricId metric) {
        return access.metrics().contains(metric);
    }

    private boolean isOpen(DimensionId dimension) {
        return access.dimensions().contains(dimension);
    }

    /** Equal for equal rights, whoever the caller is; other as soon as rows, numbers or columns are. */
    public String fingerprint() {
        var rows = new TreeMap<TableId, String>();
        own.stream()
                .flatMap(policy -> policy.rawRows().stream())
                .filter(registry.tables()::containsKey)
                .forEach(table -> rows.put(table, columnNames(table)));
        return "%s|%s|%s".formatted(access.fingerprint(), rows, new TreeSet<>(needed(rows.keySet())));
    }

    private String columnNames(TableId table) {
        return columnsOf(registry.table(table)).stream()
                .map(ColumnDefinition::name)
                .collect(Collectors.joining(","));
    }

    private Set<String> needed(Set<TableId> tables) {
        var needed = new HashSet<String>();
        if (needsConsentToExport()) {
            needed.add("answers");
        }
        tables.stream()
                .filter(this::needsConsentToRowsOf)
                .map(TableId::toString)
                .forEach(needed::add);
        return needed;
    }
}
