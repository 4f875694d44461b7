package io.asktrail.registry.verified;

import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.task.Entities;
import io.asktrail.contracts.task.TaskRequest;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.contracts.verified.VerifiedQuestion;
import io.asktrail.registry.Registry;
import io.asktrail.registry.task.TaskResolver;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is wrong with a verified question, wherever it comes from: a file, or somebody who approves it. */
public final class VerifiedFaults {
    /** Longer than a wording that people would ask again. */
    private static final int LONGEST = 300;

    private static final LocalDate SOME_DAY = LocalDate.of(2025, 7, 1);

    private final VerifiedQuestion verified;
    private final Registry registry;
    private final List<Fault> faults = new ArrayList<>();

    /** @param pointer the place, as a JSON pointer into the question */
    public record Fault(String pointer, String message) {}

    private VerifiedFaults(VerifiedQuestion verified, Registry registry) {
        this.verified = verified;
        this.registry = registry;
    }

    /** Every fault; none if it can be used under the registry. */
    public static List<Fault> of(VerifiedQuestion verified, Registry registry) {
        var check = new VerifiedFaults(verified, registry);
        check.wordings();
        check.openTimes();
        check.task();
        return List.copyOf(check.faults);
    }

    private void wordings() {
        var values = new HashSet<Set<DimensionId>>();
        for (var n = 0; n < verified.questions().size(); n++) {
            var at = "/questions/" + n;
            var text = verified.questions().get(n);
            if (text.length() > LONGEST) {
                add(at, "it is longer than %d characters".formatted(LONGEST));
            }
            try {
                values.add(wording(at, Wording.of(text)));
            } catch (IllegalArgumentException wrong) {
                add(at, Objects.requireNonNullElse(wrong.getMessage(), "it cannot be read"));
            }
        }
        if (values.size() > 1) {
            add("/questions", "every wording leaves the same values open: they are part of what is asked");
        }
    }

    private Set<DimensionId> wording(String at, Wording wording) {
        var slots = wording.slots();
        if (new HashSet<>(slots).size() < slots.size()) {
            add(at, "a slot stands here twice");
        }
        if (wording.parts().stream().noneMatch(Wording.Part.Words.class::isInstance)) {
            add(at, "a wording has words, not slots alone");
        }
        for (var slot : slots) {
            switch (slot) {
                case Slot.Time _ -> {}
                case Slot.Limit _ -> {
                    if (verified.task().limit() == null) {
                        add(at, "{limit} needs the limit of the task, for when no number is said");
                    }
                }
                case Slot.Value(var dimension) -> value(at, dimension);
            }
        }
        return slots.stream()
                .filter(Slot.Value.class::isInstance)
                .map(slot -> ((Slot.Value) slot).dimension())
                .collect(Collectors.toSet());
    }

    private void value(String at, DimensionId dimension) {
        if (registry.findDimension(dimension).isEmpty()) {
            add(at, "{%s} is no slot: {time}, {limit}, or a dimension".formatted(dimension));
        } else if (dimension.equals(TaskSpec.DATE)) {
            add(at, "days go into {time}");
        }
        var fixed = Objects.requireNonNullElse(verified.task().entities(), Entities.NONE);
        if (!fixed.valuesOf(dimension).isEmpty()) {
            add(at, "the task fixes a value of '%s' that this wording leaves open".formatted(dimension));
        }
    }

    // Days that are written down would be the wrong ones a month later.
    private void openTimes() {
        var time = verified.task().time();
        if (time != null && (time.start() != null || time.end() != null)) {
            add("/task/time", "a verified question has no fixed days: give a range, or nothing");
        }
        var compare = verified.task().compare();
        if (compare != null && (compare.start() != null || compare.end() != null)) {
            add("/task/compare", "a verified question has no fixed days: give previous_period or previous_year");
        }
        if (verified.task().asOf() != null || verified.task().waiting() != null) {
            add("/task", "'as_of' and 'wait' belong to who asks");
        }
    }

    private void task() {
        try {
            var task = new TaskResolver(Clock.systemUTC()).resolve(dated(verified.task()), registry);
            fields(task);
        } catch (SuiteException wrong) {
            add("/task", wrong.forCaller());
        }
    }

    private static TaskRequest dated(TaskRequest task) {
        return task.asOf(SOME_DAY);
    }

    private void fields(TaskSpec task) {
        task.metrics().stream()
                .filter(metric -> registry.metric(metric).hidden())
                .forEach(metric -> add("/task/metrics", "'%s' is hidden: nobody asks for it".formatted(metric)));
        var shown = Stream.concat(
                        task.metrics().stream().map(Object::toString),
                        task.groupBy().stream().map(Object::toString))
                .collect(Collectors.toSet());
        task.orderBy().stream()
                .filter(order -> !shown.contains(order.field().value()) && !registry.isMetric(order.field()))
                .forEach(order ->
                        add("/task/order_by", "the rows have no '%s' to be ordered by".formatted(order.field())));
        var split = !task.groupBy().isEmpty() || task.isSeries();
        if (!split && (task.limit() != null || !task.orderBy().isEmpty())) {
            add("/task", "a single figure has no order and no limit: group it, or leave them out");
        }
    }

    private void add(String pointer, @Nullable String message) {
        faults.add(new Fault(pointer, Objects.requireNonNullElse(message, "it cannot be read")));
    }
}
