package io.asktrail.composer.text;

import io.asktrail.contracts.diagnosis.FindingColumns;
import java.util.List;
import java.util.stream.IntStream;

/** Terms with and without a brand's name, then who is a candidate for what, each with its numbers. */
record SearchTermReport(Prose prose, Phrases phrases) {
    private static final int TOLD = 3;

    void tell() {
        if (phrases.shown().table().size() == 0) {
            phrases.sentence("terms.none").with("when", phrases.whenAndWhere()).into(prose);
            return;
        }
        brands();
        named(FindingColumns.NEGATIVE, "terms.negative", List.of("spend", "clicks"));
        named(FindingColumns.SHARED, "terms.shared", List.of(FindingColumns.CAMPAIGNS, FindingColumns.ELSEWHERE));
        named(FindingColumns.WINNER, "terms.winner", List.of(FindingColumns.CAPPED_DAYS, "acos"));
    }

    private void brands() {
        var with = rows(FindingColumns.BRANDED);
        var without = rows(FindingColumns.NOT_BRANDED);
        if (with.isEmpty() || without.isEmpty()) {
            phrases.sentence("terms.when").with("when", phrases.whenAndWhere()).into(prose);
            return;
        }
        phrases.sentence("terms.brands")
                .with("when", phrases.whenAndWhere())
                .with("with", side(with.getFirst()))
                .with("without", side(without.getFirst()))
                .into(prose);
    }

    private Sentence.Part side(int row) {
        var soldNothing = phrases.shown().number(row, "acos") == null;
        return phrases.sentence(soldNothing ? "terms.side.nothing" : "terms.side")
                .with("spend", phrases.cell(row, "spend"))
                .with("acos", phrases.cell(row, "acos"))
                .part();
    }

    // Who they are, each with two numbers.
    private void named(String about, String key, List<String> columns) {
        var told = rows(about).stream()
                .limit(TOLD)
                .map(row -> phrases.sentence(key + ".member")
                        .with("name", phrases.shown().found(row, FindingColumns.MEMBER))
                        .with("first", phrases.cell(row, columns.getFirst()))
                        .with("second", phrases.cell(row, columns.getLast()))
                        .part())
                .toList();
        if (!told.isEmpty()) {
            phrases.sentence(key).with("members", Sentence.joined(told, "; ")).into(prose);
        }
    }

    private List<Integer> rows(String about) {
        return IntStream.range(0, phrases.shown().table().size())
                .filter(row -> phrases.shown().text(row, FindingColumns.ABOUT).equals(about))
                .boxed()
                .toList();
    }
}
