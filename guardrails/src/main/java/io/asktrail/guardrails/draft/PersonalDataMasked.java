package io.asktrail.guardrails.draft;

import io.asktrail.contracts.answer.Caveat;
import io.asktrail.guardrails.Rule;
import io.asktrail.guardrails.pii.PersonalData;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Nobody's mail, phone, tax or card number leaves in an answer. */
final class PersonalDataMasked implements Rule<DraftUnderReview> {
    @Override
    public String id() {
        return "draft.personal_data_masked";
    }

    @Override
    public Optional<String> objection(DraftUnderReview review) {
        var draft = review.draft();
        var words = Stream.concat(
                Stream.of(draft.text(), draft.method()),
                draft.caveats().stream().map(Caveat::text));
        var table = draft.table();
        var cells = table == null
                ? Stream.<String>empty()
                : table.rows().stream()
                        .flatMap(List::stream)
                        .filter(String.class::isInstance)
                        .map(String.class::cast);
        return Stream.concat(words, cells)
                .flatMap(text -> PersonalData.find(text).stream())
                .findFirst()
                .map(found -> "The answer holds personal data (%s) that is not masked."
                        .formatted(found.kind().name().toLowerCase(java.util.Locale.ROOT)));
    }
}
