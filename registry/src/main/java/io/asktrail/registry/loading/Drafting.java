package io.asktrail.registry.loading;

import io.asktrail.contracts.verified.VerifiedQuestion;
import io.asktrail.registry.Registry;
import io.asktrail.registry.calendar.BusinessCalendar;
import io.asktrail.registry.calendar.CalendarDefinition;
import io.asktrail.registry.dimension.DimensionDefinition;
import io.asktrail.registry.file.FileKind;
import io.asktrail.registry.file.Finding;
import io.asktrail.registry.file.RegistryFile;
import io.asktrail.registry.file.YamlDocument;
import io.asktrail.registry.lint.Defined;
import io.asktrail.registry.lint.Draft;
import io.asktrail.registry.metric.MetricDefinition;
import io.asktrail.registry.policy.PolicyDefinition;
import io.asktrail.registry.rate.ExchangeRates;
import io.asktrail.registry.rate.RateTable;
import io.asktrail.registry.schema.TableDefinition;
import io.asktrail.registry.template.TemplateDefinition;
import io.asktrail.registry.tool.ToolDefinition;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** Collects definitions file by file; what cannot be read is told and left out. */
final class Drafting {
    // Stands in while the real one is faulty, so that all the other checks can run; never handed out.
    private static final CalendarDefinition NO_CALENDAR =
            new CalendarDefinition(ZoneOffset.UTC, DayOfWeek.MONDAY, Month.JANUARY, 28, List.of());

    private final DefinitionReader reader;
    private final List<Defined<MetricDefinition>> metrics = new ArrayList<>();
    private final List<Defined<DimensionDefinition>> dimensions = new ArrayList<>();
    private final List<Defined<TableDefinition>> tables = new ArrayList<>();
    private final List<Defined<ToolDefinition>> tools = new ArrayList<>();
    private final List<Defined<TemplateDefinition>> templates = new ArrayList<>();
    private final List<Defined<PolicyDefinition>> policies = new ArrayList<>();
    private final List<Defined<VerifiedQuestion>> verified = new ArrayList<>();
    private final List<Defined<RateTable>> rates = new ArrayList<>();
    private final List<Defined<CalendarDefinition>> calendars = new ArrayList<>();
    private final Map<FileKind, Set<String>> named = new EnumMap<>(FileKind.class);

    Drafting(Consumer<Finding> faults) {
        this.reader = new DefinitionReader(faults);
    }

    /** That a file defines something of this name, whether it can be read or not. */
    void name(YamlDocument document) {
        name(document.kind(), document.id());
    }

    /** The same of a file that is no YAML: by custom a file is called as what it defines. */
    void name(RegistryFile file) {
        var name = file.path().substring(file.path().lastIndexOf('/') + 1).replaceFirst("\\.ya?ml$", "");
        FileKind.of(file.path()).ifPresent(kind -> name(kind, name));
    }

    private void name(FileKind kind, String id) {
        named.computeIfAbsent(kind, _ -> new HashSet<>()).add(id);
    }

    void add(YamlDocument document) {
        name(document);
        switch (document.kind()) {
            case METRIC -> read(document, MetricFile.class, MetricFile::definition, metrics);
            case DIMENSION -> read(document, DimensionFile.class, DimensionFile::definition, dimensions);
            case SCHEMA -> read(document, TableDefinition.class, Function.identity(), tables);
            case TOOL -> read(document, ToolDefinition.class, Function.identity(), tools);
            case TEMPLATE -> read(document, TemplateDefinition.class, Function.identity(), templates);
            case POLICY -> read(document, PolicyDefinition.class, Function.identity(), policies);
            case VERIFIED -> read(document, VerifiedQuestion.class, Function.identity(), verified);
            case RATES -> read(document, RateTable.class, Function.identity(), rates);
            case CALENDAR -> read(document, CalendarDefinition.class, Function.identity(), calendars);
        }
    }

    private <F, T> void read(YamlDocument document, Class<F> shape, Function<F, T> definition, List<Defined<T>> into) {
        reader.read(document, shape, definition).ifPresent(value -> into.add(new Defined<>(value, document)));
    }

    Draft finish(String version) {
        var calendar = calendars.isEmpty() ? NO_CALENDAR : calendars.getFirst().value();
        var registry = new Registry(
                version,
                byId(metrics, MetricDefinition::id),
                byId(dimensions, DimensionDefinition::id),
                byId(tables, TableDefinition::id),
                byId(tools, ToolDefinition::id),
                byId(templates, TemplateDefinition::id),
                policies.stream().map(Defined::value).toList(),
                byId(verified, VerifiedQuestion::id),
                new ExchangeRates(byId(rates, RateTable::id)),
                new BusinessCalendar(calendar));
        return new Draft(
                metrics, dimensions, tables, tools, templates, policies, verified, rates, calendars, named, registry);
    }

    private static <K extends Comparable<K>, T> SortedMap<K, T> byId(List<Defined<T>> definitions, Function<T, K> id) {
        var map = new TreeMap<K, T>();
        definitions.forEach(defined -> map.putIfAbsent(id.apply(defined.value()), defined.value()));
        return java.util.Collections.unmodifiableSortedMap(map);
    }
}
