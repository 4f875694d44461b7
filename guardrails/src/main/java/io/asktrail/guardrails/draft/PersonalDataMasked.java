package io.asktrail.guardrails.draft;

import io.asktrail.contracts.answer.Caveat;
import io.asktrail.guardrails.Rule;
import io.asktrail.guardrails.masking.DraftMasking;
import io.asktrail.personal.PersonalData;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Nobody's mail, phone, tax or card number leaves in an answer, unless its reader may see it. */
final class PersonalDataMasked implements Rule<DraftUnderReview> {
    @Override
    public String id() {
        return "draft.personal_data_masked";
    }

    @Override
    public Optional<String> objection(DraftUnderReview review) {
        if (review.personalData()) {
            return Optional.empty();
        }
        var draft = review.draft();
        var said = PersonalData.find(draft.text()).stream()
                .filter(found -> draft.figures().stream().noneMatch(figure -> DraftMasking.isFigure(found, figure)));
        var words = Stream.concat(
                Stream.of(draft.method()), draft.caveats().stream().map(Caveat::text));
        var table = draft.table();
        var cells = table == null
                ? Stream.<String>empty()
                : table.rows().stream()
                        .flatMap(List::stream)
                        .filter(String.class::isInstance)
                        .map(String.class::cast);
        var written = Stream.concat(words, cells).flatMap(text -> PersonalData.find(text).stream());
        return Stream.concat(said, written)
                .findFirst()
                .map(found -> "The answer holds personal data (%s) that is not masked."
                        .formatted(found.kind().name().toLowerCase(java.util.Locale.ROOT)));
    }
}
