package io.asktrail.router.verified;

import io.asktrail.contracts.id.VerifiedId;
import io.asktrail.contracts.reading.Span;
import io.asktrail.router.time.TimeMeaning;
import io.asktrail.router.vocabulary.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which words of the question became which part of the task. */
final class Spans {
    private Spans() {}

    /** @param id the verified question; null while it is open which one is meant */
    static List<Span> of(Phrase asked, Words words, Fit fit, @Nullable VerifiedId id) {
        var spans = new ArrayList<Span>();
        for (var i = 0; i < asked.terms().size(); i++) {
            var place = asked.places().get(i);
            switch (asked.terms().get(i)) {
                case Term.Named(var candidates) ->
                    spans.add(span(
                            words,
                            place,
                            place + 1,
                            "entity",
                            candidates.stream()
                                    .filter(value ->
                                            value.value().equals(fit.values().get(value.dimension())))
                                    .findFirst()
                                    .orElse(candidates.getFirst())
                                    .value()));
                case Term.Word _, Term.Open _ ->
                    spans.add(span(words, place, place + 1, "verified", id == null ? "" : id.value()));
            }
        }
        asked.times().forEach(time -> spans.add(span(words, time.from(), time.to(), "time", text(time.meaning()))));
        asked.numbers()
                .forEach(number -> spans.add(span(
                        words,
                        number.at(),
                        number.at() + 1,
                        "limit",
                        number.quantity().number().toPlainString())));
        spans.sort(Comparator.comparingInt(Span::from));
        return List.copyOf(spans);
    }

    private static String text(TimeMeaning meaning) {
        return meaning instanceof TimeMeaning.Stretch(var days, var range, var _)
                ? range != null ? range : days.start() + ".." + days.end()
                : "";
    }

    private static Span span(Words words, int from, int to, String role, String id) {
        var first = words.at(from).from();
        var end = words.at(to - 1).to();
        return new Span(first, end, words.text().substring(first, end), role, id);
    }
}
