package io.asktrail.planner;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.result.Note;
import io.asktrail.contracts.result.NoteValue;
import io.asktrail.planner.Sourcing.Read;
import io.asktrail.planner.Sourcing.Sourced;
import io.asktrail.planner.Sourcing.SourcedMetric;
import io.asktrail.registry.Registry;
import io.asktrail.registry.metric.Derivation.FirstAvailable;
import io.asktrail.registry.tool.Capability.UsageNote;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a reader has to know of the plan: which basis was taken, which number is wider, what a source does. */
final class PlanNotes {
    private final Registry registry;
    private final Wanted wanted;
    private final Sources sources;

    PlanNotes(Registry registry, Wanted wanted) {
        this.registry = registry;
        this.wanted = wanted;
        this.sources = new Sources(registry);
    }

    List<Note> of(Sourced sourced) {
        var notes = new LinkedHashSet<Note>();
        sourced.bases().forEach((metric, basis) -> notes.add(basis(metric, basis)));
        sourced.metrics().stream()
                .filter(metric -> !metric.wider().isEmpty())
                .forEach(metric -> notes.add(wider(metric)));
        readsOf(sourced).forEach((read, metrics) -> notes.addAll(ofRead(read, metrics)));
        return List.copyOf(new ArrayList<>(notes));
    }

    /** What one source does, of what concerns these metrics. */
    List<Note> ofRead(Read read, Set<MetricId> metrics) {
        var notes = new ArrayList<>(usage(read, metrics));
        missingChannels(read).ifPresent(notes::add);
        return notes;
    }

    /** What is read from where, in the order of the task. */
    private static Map<Read, Set<MetricId>> readsOf(Sourced sourced) {
        var reads = new LinkedHashMap<Read, Set<MetricId>>();
        for (var metric : sourced.metrics()) {
            metric.reads()
                    .forEach((measured, read) -> reads.computeIfAbsent(read, _ -> new LinkedHashSet<>())
                            .add(measured));
        }
        return reads;
    }

    /** Which number stands for another. */
    Note basis(MetricId metric, MetricId basis) {
        var label = label(metric);
        if (isFirstChoice(metric, basis)) {
            return Note.method("basis_" + basis, "%s is %s.".formatted(label, label(basis)))
                    .about(stands("basis", metric, basis));
        }
        return Note.method(
                        "basis_" + basis,
                        "%s is %s of the orders that are attributed to an ad campaign; all other orders are left out."
                                .formatted(label, label(basis)))
                .about(stands("basis_of_campaigns", metric, basis));
    }

    // Its code names the basis, so what it says is a part: that has a name of its own.
    private static Map<String, NoteValue> stands(String said, MetricId metric, MetricId basis) {
        var part =
                NoteValue.Part.of(said, Map.of("metric", NoteValue.metric(metric), "basis", NoteValue.metric(basis)));
        return Map.of(Note.SAID, new NoteValue.Parts(List.of(part)));
    }

    private boolean isFirstChoice(MetricId metric, MetricId basis) {
        return registry.metric(metric).derivation() instanceof FirstAvailable(var candidates)
                && candidates.getFirst().equals(basis);
    }

    private Note wider(SourcedMetric metric) {
        var isShown = wanted.shown().contains(metric.metric());
        var names = metric.wider().stream().map(this::label).collect(Collectors.joining(" and "));
        var text = isShown
                ? "%s is wider than asked: no source can narrow it by %s, so it counts all of them."
                : "The condition on %s is wider than asked: no source can narrow it by %s.";
        var about = Map.of(
                "metric",
                NoteValue.metric(metric.metric()),
                "dimensions",
                new NoteValue.Dimensions(List.copyOf(metric.wider())));
        var part = NoteValue.Part.of(isShown ? "wider_number" : "wider_condition", about);
        return Note.caveat("wider_than_asked", text.formatted(label(metric.metric()), names))
                .about(Map.of(Note.SAID, new NoteValue.Parts(List.of(part))));
    }

    private List<Note> usage(Read read, Set<MetricId> metrics) {
        var channels = sources.channelsAmong(read.conditions());
        return read.source().capability().notes().stream()
                .filter(note -> applies(note, channels) && note.concerns(metrics))
                .map(note -> new NoteValue.Usage(read.source().ref(), note.code(), note.text()).alone(Note.Kind.METHOD))
                .toList();
    }

    private static boolean applies(UsageNote note, List<String> channels) {
        return note.channel() == null || channels.isEmpty() || channels.contains(note.channel());
    }

    private java.util.Optional<Note> missingChannels(Read read) {
        var missing = sources.channelsAmong(read.conditions()).stream()
                .filter(channel -> !read.source().coversChannels(List.of(channel)))
                .toList();
        return missing.isEmpty()
                ? java.util.Optional.empty()
                : java.util.Optional.of(Note.caveat(
                                "channels_left_out",
                                "Left out, since it is not reported at this detail: %s."
                                        .formatted(String.join(", ", missing)))
                        .about(Map.of("channels", new NoteValue.Name(String.join(", ", missing)))));
    }

    private String label(MetricId metric) {
        return registry.metric(metric).names().english();
    }

    private String label(DimensionId dimension) {
        return registry.dimension(dimension).names().english();
    }
}
