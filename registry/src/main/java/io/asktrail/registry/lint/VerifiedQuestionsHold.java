package io.asktrail.registry.lint;

import io.asktrail.contracts.task.Filter;
import io.asktrail.contracts.task.Ordering;
import io.asktrail.contracts.task.TaskRequest;
import io.asktrail.contracts.verified.VerifiedQuestion;
import io.asktrail.registry.file.Finding;
import io.asktrail.registry.verified.VerifiedFaults;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The task of every verified question is one of this registry, and no wording means two things. */
final class VerifiedQuestionsHold implements LintCheck {
    @Override
    public Stream<Finding> check(Draft draft) {
        var faults = draft.verified().stream()
                .filter(question -> namesWholeFiles(question.value().task(), draft))
                .flatMap(question -> faults(question, draft));
        return Stream.concat(faults, twice(draft));
    }

    // That a metric's own file is broken is told there, not at each question that names it.
    private static boolean namesWholeFiles(TaskRequest task, Draft draft) {
        var metrics = stream(task.metrics())
                .noneMatch(metric -> draft.registry().findMetric(metric).isEmpty() && draft.names(metric));
        var dimensions = stream(task.groupBy())
                .noneMatch(
                        dimension -> draft.registry().findDimension(dimension).isEmpty() && draft.names(dimension));
        var fields = Stream.concat(
                        stream(task.filters()).map(Filter::field),
                        stream(task.orderBy()).map(Ordering::field))
                .noneMatch(field -> !draft.registry().isMetric(field)
                        && !draft.registry().isDimension(field)
                        && (draft.names(field.asMetric()) || draft.names(field.asDimension())));
        return metrics && dimensions && fields;
    }

    private static <T> Stream<T> stream(@Nullable List<T> list) {
        return list == null ? Stream.empty() : list.stream();
    }

    private static Stream<Finding> faults(Defined<VerifiedQuestion> question, Draft draft) {
        return VerifiedFaults.of(question.value(), draft.registry()).stream()
                .map(fault -> question.at(fault.pointer(), fault.message()));
    }

    private static Stream<Finding> twice(Draft draft) {
        var first = new HashMap<String, String>();
        var found = Stream.<Finding>builder();
        for (var question : draft.verified()) {
            for (var n = 0; n < question.value().questions().size(); n++) {
                var at = "/questions/" + n;
                var words = question.value()
                        .questions()
                        .get(n)
                        .toLowerCase(Locale.ROOT)
                        .strip();
                var before = first.putIfAbsent(words, question.place(at));
                if (before != null) {
                    found.add(question.at(at, "this wording stands at %s already".formatted(before)));
                }
            }
        }
        return found.build();
    }
}
