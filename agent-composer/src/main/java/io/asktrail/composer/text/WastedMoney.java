package io.asktrail.composer.text;

import io.asktrail.contracts.diagnosis.FindingColumns;
import java.util.stream.IntStream;

/** Spend without an order: all of it first, then by member. */
record WastedMoney(Prose prose, Phrases phrases) {
    private static final int TOLD = 3;

    void tell() {
        var part = phrases.shown().found(0, FindingColumns.PART);
        phrases.sentence("waste.whole")
                .with("spend", phrases.cell(0, "spend"))
                .with("members", phrases.several(part))
                .with("when", phrases.whenAndWhere())
                .with("share", share())
                .into(prose);
        var wasted = IntStream.range(1, phrases.shown().table().size())
                .filter(row -> phrases.shown().text(row, FindingColumns.VERDICT).equals(FindingColumns.WASTED))
                .limit(TOLD)
                .mapToObj(this::member)
                .toList();
        phrases.sentence(wasted.isEmpty() ? "waste.none" : "waste.wasted")
                .with("members", Sentence.joined(wasted, ", "))
                .into(prose);
    }

    private Sentence.Part share() {
        return phrases.shown().number(0, FindingColumns.SHARE_OF_SPEND) == null
                ? _ -> {}
                : phrases.sentence("waste.share")
                        .with("share", phrases.cell(0, FindingColumns.SHARE_OF_SPEND))
                        .part();
    }

    private Sentence.Part member(int row) {
        return phrases.sentence("waste.member")
                .with("name", phrases.shown().found(row, FindingColumns.MEMBER))
                .with("spend", phrases.cell(row, "spend"))
                .with("clicks", phrases.cell(row, "clicks"))
                .part();
    }
}
