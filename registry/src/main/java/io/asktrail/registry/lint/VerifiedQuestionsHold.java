package io.asktrail.registry.lint;

import io.asktrail.contracts.verified.VerifiedQuestion;
import io.asktrail.registry.file.Finding;
import io.asktrail.registry.verified.VerifiedFaults;
import java.util.HashMap;
import java.util.Locale;
import java.util.stream.Stream;

/** The task of every verified question is one of this registry, and no wording means two things. */
final class VerifiedQuestionsHold implements LintCheck {
    @Override
    public Stream<Finding> check(Draft draft) {
        return Stream.concat(draft.verified().stream().flatMap(question -> faults(question, draft)), twice(draft));
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
                var words = question.value().questions().get(n).toLowerCase(Locale.ROOT).strip();
                var before = first.putIfAbsent(words, question.place(at));
                if (before != null) {
                    found.add(question.at(at, "this wording stands at %s already".formatted(before)));
                }
            }
        }
        return found.build();
    }
}
