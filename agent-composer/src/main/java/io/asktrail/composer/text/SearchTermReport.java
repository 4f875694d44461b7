package io.asktrail.composer.text;

import io.asktrail.contracts.diagnosis.FindingColumns;
import java.util.List;
import java.util.stream.IntStream;

/** Terms with and without a brand's name, then who is a candidate for what, each with its numbers. */
record SearchTermReport(Prose prose, Phrases phrases) {
    static final String METHOD =
            "Counted are search terms with a click. Each row of the table names the rule that put it there. Orders of the last"
                    + " days may still be attributed, so a term that looks wasted may yet bring one; a term that several"
                    + " campaigns show is not bid for twice in one auction, but its clicks are paid for at the price of"
                    + " whichever campaign wins.";

    private static final int TOLD = 3;

    void tell() {
        if (phrases.shown().table().size() == 0) {
            prose.say("No search term stands out %s.".formatted(phrases.whenAndWhere()));
            return;
        }
        brands();
        named(FindingColumns.NEGATIVE, " Candidates for negative keywords: ", row -> {
            phrases.cell(prose, row, "spend");
            prose.say(", ");
            phrases.cell(prose, row, "clicks");
            prose.say(" clicks, no order");
        });
        named(FindingColumns.SHARED, " Shown by several campaigns: ", row -> {
            phrases.cell(prose, row, FindingColumns.CAMPAIGNS);
            prose.say(" campaigns, ");
            phrases.cell(prose, row, FindingColumns.ELSEWHERE);
            prose.say(" outside the best");
        });
        named(FindingColumns.WINNER, " Winners held back by their budget: ", row -> {
            phrases.cell(prose, row, FindingColumns.CAPPED_DAYS);
            prose.say(" days at the limit, ACOS ");
            phrases.cell(prose, row, "acos");
        });
    }

    private void brands() {
        var with = rows(FindingColumns.BRANDED);
        var without = rows(FindingColumns.NOT_BRANDED);
        if (with.isEmpty() || without.isEmpty()) {
            prose.say("Search terms %s.".formatted(phrases.whenAndWhere()));
            return;
        }
        prose.say("Search terms with a brand's name cost ");
        side(with.getFirst());
        prose.say(" %s, all others ".formatted(phrases.whenAndWhere()));
        side(without.getFirst());
        prose.say(".");
    }

    private void side(int row) {
        phrases.cell(prose, row, "spend");
        if (phrases.shown().number(row, "acos") == null) {
            prose.say(" and sold nothing");
        } else {
            prose.say(" at an ACOS of ");
            phrases.cell(prose, row, "acos");
        }
    }

    private interface Numbers {
        void of(int row);
    }

    private void named(String about, String words, Numbers numbers) {
        var rows = rows(about);
        var told = rows.subList(0, Math.min(TOLD, rows.size()));
        for (var i = 0; i < told.size(); i++) {
            prose.say(i == 0 ? words : "; ");
            prose.say(phrases.shown().text(told.get(i), FindingColumns.MEMBER) + " (");
            numbers.of(told.get(i));
            prose.say(")");
        }
        prose.say(told.isEmpty() ? "" : ".");
    }

    private List<Integer> rows(String about) {
        return IntStream.range(0, phrases.shown().table().size())
                .filter(row -> phrases.shown().text(row, FindingColumns.ABOUT).equals(about))
                .boxed()
                .toList();
    }
}
