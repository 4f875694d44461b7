package io.asktrail.querying;

import io.asktrail.contracts.agent.DataAgent.FetchRequest;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.FieldId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.plan.StepInputs;
import io.asktrail.contracts.result.Note;
import io.asktrail.contracts.result.SchemaDrift;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.contracts.task.Filter;
import io.asktrail.live.drift.Affected;
import io.asktrail.querying.session.Faults;
import io.asktrail.querying.statement.ResolvedFetch;
import io.asktrail.registry.Registry;
import io.asktrail.registry.schema.RowFilter;
import io.asktrail.registry.schema.TableId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A fetch that failed since the database has changed, asked again for the metrics that are left. Nothing that picks rows is
 * ever left out: a filter that cannot be kept would make the others' figures wider without a word.
 */
final class DriftedFetch {
    private final FetchResolver resolver;
    private final DriftReader drift;

    DriftedFetch(FetchResolver resolver, DriftReader drift) {
        this.resolver = resolver;
        this.drift = drift;
    }

    /**
     * What can still be had.
     *
     * @param failure of the whole fetch
     * @param again runs a narrower one
     * @return empty if the failure has another reason
     */
    Optional<StepResult> withoutWhatIsGone(
            Registry registry,
            Caller caller,
            FetchRequest request,
            SuiteException failure,
            Function<FetchRequest, StepResult> again) {
        if (!Faults.isAboutWhatIsNotThere(failure)) {
            return Optional.empty();
        }
        var fetch = resolver.resolve(registry, caller, request);
        var lost = Lost.of(fetch, drift.lately(registry, fetch.fact().connection()));
        if (lost.drifts.isEmpty()) {
            return Optional.empty();
        }
        var left = request.inputs().metrics().stream()
                .filter(metric -> !lost.metrics.contains(metric))
                .toList();
        if (lost.picksRows || left.isEmpty() || lost.metrics.isEmpty()) {
            return Optional.of(new StepResult.Missing(ErrorCode.SOURCE_CHANGED, lost.sentence(fetch)));
        }
        return Optional.of(told(again.apply(narrowed(request, left)), lost.sentence(fetch)));
    }

    private static FetchRequest narrowed(FetchRequest request, List<MetricId> left) {
        var inputs = request.inputs();
        return new FetchRequest(
                request.step(),
                request.tool(),
                new StepInputs.Fetch(
                        left,
                        inputs.groupBy(),
                        inputs.grain(),
                        inputs.dateRange(),
                        inputs.tz(),
                        inputs.entities(),
                        inputs.filters(),
                        inputs.orderBy(),
                        inputs.limit()));
    }

    private static StepResult told(StepResult result, String sentence) {
        return switch (result) {
            case StepResult.Missing missing -> missing;
            case StepResult.Rows rows -> {
                var notes = new ArrayList<>(rows.notes());
                notes.addFirst(Note.caveat(Note.METRIC_LOST, sentence));
                yield new StepResult.Rows(
                        rows.table(),
                        rows.rowCount(),
                        rows.truncated(),
                        rows.freshness(),
                        notes,
                        rows.query(),
                        rows.verdicts(),
                        rows.tookMs());
            }
        };
    }

    /**
     * What a fetch cannot have.
     *
     * @param picksRows whether what groups, keeps or orders rows is among it
     */
    private record Lost(List<SchemaDrift> drifts, Set<MetricId> metrics, boolean picksRows) {
        static Lost of(ResolvedFetch fetch, List<SchemaDrift> all) {
            var drifts = new ArrayList<SchemaDrift>();
            var metrics = new HashSet<MetricId>();
            var picks = false;
            for (var drift : all) {
                if (!drift.kind().isBreaking() || drift.kind() == SchemaDrift.Kind.UNREACHABLE) {
                    continue;
                }
                var affected = affected(fetch, drift);
                var lost = fetch.inputs().metrics().stream()
                        .filter(metric -> affected.needs(fetch.measure(metric)))
                        .collect(Collectors.toSet());
                var lostRows = dimensionsOf(fetch).map(fetch::path).anyMatch(affected::cuts)
                        || fieldsOf(fetch).anyMatch(lost::contains);
                if (lostRows || !lost.isEmpty()) {
                    drifts.add(drift);
                }
                metrics.addAll(lost);
                picks |= lostRows;
            }
            return new Lost(drifts, metrics, picks);
        }

        private static Affected affected(ResolvedFetch fetch, SchemaDrift drift) {
            return new Affected(fetch.registry(), fetch.registry().table(new TableId(drift.table())), drift.column());
        }

        private static Stream<DimensionId> dimensionsOf(ResolvedFetch fetch) {
            var inputs = fetch.inputs();
            return Stream.of(
                            inputs.groupBy().stream(),
                            inputs.entities().kept().keySet().stream(),
                            inputs.filters().stream()
                                    .map(Filter::field)
                                    .filter(fetch.registry()::isDimension)
                                    .map(FieldId::asDimension),
                            fetch.fact().rowFilters().stream().map(RowFilter::dimension))
                    .flatMap(dimensions -> dimensions)
                    // A date that is gone takes every metric of its table with it.
                    .filter(dimension -> !fetch.isTime(dimension));
        }

        private static Stream<MetricId> fieldsOf(ResolvedFetch fetch) {
            return Stream.concat(
                    fetch.inputs().filters().stream()
                            .map(filter -> filter.field().asMetric()),
                    fetch.inputs().orderBy().stream()
                            .map(ordering -> ordering.field().asMetric()));
        }

        String sentence(ResolvedFetch fetch) {
            var reasons = drifts.stream()
                    .map(SchemaDrift::sentence)
                    .map(reason -> reason.substring(0, reason.length() - 1))
                    .collect(Collectors.joining("; "));
            var names = metrics.stream()
                    .sorted()
                    .map(metric -> fetch.metric(metric).names().english())
                    .toList();
            var what = picksRows || names.isEmpty()
                    ? "This cannot be worked out"
                    : "%s cannot be worked out".formatted(String.join(" and ", names));
            return "%s, since the source has changed: %s. The registry has to be brought up to date."
                    .formatted(what, reasons);
        }
    }
}
