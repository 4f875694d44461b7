package io.asktrail.guardrails.draft;

import io.asktrail.contracts.answer.Figure;
import io.asktrail.guardrails.Rule;
import java.util.Optional;
import java.util.regex.Pattern;

/** Every figure says what its cell says, or what its formula comes to: worked out again here, not believed. */
final class FiguresAreTrue implements Rule<DraftUnderReview> {
    private static final Pattern FALLING =
            Pattern.compile("\\b(down|fell|fall|falls|drop(ped)?|decreas\\w*|declin\\w*|less|lower|fewer|below|lost)\\b"
                    // Hindi: down, fall.
                    + "|नीचे|गिरावट|घट");
    private static final int NEARBY = 80;

    @Override
    public String id() {
        return "draft.figures_true";
    }

    @Override
    public Optional<String> objection(DraftUnderReview review) {
        return review.draft().figures().stream()
                .flatMap(figure -> objection(review, figure).stream())
                .findFirst();
    }

    private static Optional<String> objection(DraftUnderReview review, Figure figure) {
        var text = review.draft().text();
        if (figure.from() < 0 || figure.to() > text.length() || figure.from() >= figure.to()) {
            return Optional.of("A figure stands outside the text.");
        }
        var words = text.substring(figure.from(), figure.to());
        var written = WrittenNumber.parse(words);
        if (written.isEmpty()) {
            return Optional.of("'%s' does not read as a number.".formatted(words));
        }
        var source = new FigureSource(review).valueOf(figure);
        if (source.isEmpty()) {
            return Optional.of("'%s' stands in no cell and follows from none.".formatted(words));
        }
        var isTrue = saysFall(text, figure)
                ? written.get().saysSizeOf(source.get()) && written.get().saysSizeOf(figure.value())
                : written.get().says(source.get()) && written.get().says(figure.value());
        return isTrue
                ? Optional.empty()
                : Optional.of("'%s' is written where the table says %s."
                        .formatted(words, source.get().toPlainString()));
    }

    // "Fell by 12 %" carries the sign of a change in its verb.
    private static boolean saysFall(String text, Figure figure) {
        var column = figure.column();
        var isChange = column == null || column.contains(".change");
        var around = text.substring(Math.max(0, figure.from() - NEARBY), Math.min(text.length(), figure.to() + NEARBY));
        return isChange && FALLING.matcher(around).find();
    }
}
