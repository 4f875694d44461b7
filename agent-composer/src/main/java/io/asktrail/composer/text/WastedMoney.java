package io.asktrail.composer.text;

import io.asktrail.composer.shown.Labels;
import io.asktrail.contracts.diagnosis.FindingColumns;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Spend without an order: all of it first, then by member. */
record WastedMoney(Prose prose, Phrases phrases) {
    static final String METHOD =
            "Counted is spend of those with no ad-attributed order at all. With as many clicks as the usual rate needs for"
                    + " three orders, having none by chance is less likely than one in twenty: that is called wasted,"
                    + " and is a candidate for a negative keyword or a lower bid; with fewer clicks nothing can be said."
                    + " Orders of the last days may still be attributed.";

    private static final int TOLD = 3;

    void tell() {
        var table = phrases.shown().table();
        var part = Objects.toString(cell(0, FindingColumns.PART), "");
        phrases.cell(prose, 0, "spend");
        prose.say(" was spent on %s without an order %s".formatted(plural(part), phrases.whenAndWhere()));
        if (phrases.shown().number(0, FindingColumns.SHARE_OF_SPEND) != null) {
            prose.say(", ");
            phrases.cell(prose, 0, FindingColumns.SHARE_OF_SPEND);
            prose.say(" of all spend");
        }
        prose.say(".");
        var told = 0;
        for (var row = 1; row < table.size() && told < TOLD; row++) {
            if (Objects.equals(cell(row, FindingColumns.VERDICT), "wasted")) {
                prose.say(told == 0 ? " No accident: " : ", ");
                member(row);
                told++;
            }
        }
        prose.say(told == 0 ? " None of them had clicks enough to call it wasted." : ".");
    }

    private void member(int row) {
        prose.say(cell(row, FindingColumns.MEMBER) + " (");
        phrases.cell(prose, row, "spend");
        prose.say(", ");
        phrases.cell(prose, row, "clicks");
        prose.say(" clicks)");
    }

    private static String plural(String part) {
        return Labels.plural(Labels.inSentence(part));
    }

    private @Nullable Object cell(int row, String column) {
        var table = phrases.shown().table();
        return table.rows().get(row).get(table.indexOf(column).orElseThrow());
    }
}
