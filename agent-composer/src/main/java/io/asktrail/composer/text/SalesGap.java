package io.asktrail.composer.text;

import io.asktrail.composer.shown.Labels;
import io.asktrail.contracts.diagnosis.FindingColumns;
import java.util.Objects;

/** What ads claim against what was booked: the whole in the first row, its parts after it. */
record SalesGap(Prose prose, Phrases phrases) {
    static final String METHOD =
            "The gap is attributed sales less booked net sales. Both sides are taken by campaign; an order counts for the"
                    + " campaign it names. In a campaign with both, what is left is Amazon's attribution: clicks up to 7 days"
                    + " (Sponsored Products) or 14 days before the order, counted on the day of the click, and orders that"
                    + " name another campaign. All amounts are in one currency and one time zone, so neither is a part. The"
                    + " parts come to the gap exactly.";

    void tell() {
        var shown = phrases.shown();
        prose.say("Ads claim ");
        phrases.cell(prose, 0, "attributed_sales");
        prose.say(" of sales %s; booked were ".formatted(phrases.whenAndWhere()));
        phrases.cell(prose, 0, "gross_sales");
        prose.say(" gross and ");
        phrases.cell(prose, 0, "refunds");
        prose.say(" refunded, so the gap to net sales is ");
        phrases.cell(prose, 0, FindingColumns.GAP);
        prose.say(". It is made of: ");
        var told = 0;
        for (var row = 1; row < shown.table().size(); row++) {
            if (Objects.requireNonNull(shown.number(row, FindingColumns.GAP)).signum() != 0) {
                prose.say(told++ == 0 ? "" : "; ");
                prose.say(Labels.inSentence(part(row)) + " ");
                phrases.cell(prose, row, FindingColumns.GAP);
            }
        }
        prose.say(told == 0 ? "nothing." : ".");
    }

    private String part(int row) {
        var table = phrases.shown().table();
        return Objects.toString(
                table.rows().get(row).get(table.indexOf(FindingColumns.MEMBER).orElseThrow()));
    }
}
