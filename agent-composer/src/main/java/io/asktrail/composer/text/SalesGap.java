package io.asktrail.composer.text;

import io.asktrail.composer.shown.Labels;
import io.asktrail.contracts.diagnosis.FindingColumns;
import java.util.Objects;
import java.util.stream.IntStream;

/** What ads claim against what was booked: the whole in the first row, its parts after it. */
record SalesGap(Prose prose, Phrases phrases) {
    void tell() {
        phrases.sentence("gap.whole")
                .with("claimed", phrases.cell(0, "attributed_sales"))
                .with("when", phrases.whenAndWhere())
                .with("gross", phrases.cell(0, "gross_sales"))
                .with("refunds", phrases.cell(0, "refunds"))
                .with("gap", phrases.cell(0, FindingColumns.GAP))
                .into(prose);
        var parts = IntStream.range(1, phrases.shown().table().size())
                .filter(row -> Objects.requireNonNull(phrases.shown().number(row, FindingColumns.GAP))
                                .signum()
                        != 0)
                .mapToObj(this::part)
                .toList();
        phrases.sentence(parts.isEmpty() ? "gap.none" : "gap.parts")
                .with("parts", Sentence.joined(parts, "; "))
                .into(prose);
    }

    private Sentence.Part part(int row) {
        var name = phrases.shown().found(row, FindingColumns.MEMBER);
        return phrases.sentence("gap.part")
                .with("name", Labels.inSentence(name))
                .with("gap", phrases.cell(row, FindingColumns.GAP))
                .part();
    }
}
