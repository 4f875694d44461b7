package io.asktrail.composer;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.agent.ComposerAgent.ExplainRequest;
import io.asktrail.contracts.answer.Draft;
import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.result.RuleVerdict;
import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.ColumnType;
import io.asktrail.contracts.table.Table;
import io.asktrail.contracts.task.Comparison;
import io.asktrail.contracts.task.Diagnosis;
import io.asktrail.contracts.task.Diagnosis.Claim;
import io.asktrail.contracts.task.Intent;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.guardrails.draft.DraftGuard;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FindingsTest {
    private static final CallContext ADMIN = Run.by(Role.ADMIN);

    @Test
    void tellsAChangeStepByStepAndByMember() {
        // Given
        var table = table(
                "part:text member:text found:text spend:INR spend.previous:INR spend.change:INR spend.change_share:percent"
                        + " spend.usual_low:INR spend.usual_high:INR ctr:percent ctr.previous:percent",
                "- - - 150 100 50 1 -20 20 - -",
                "steps impressions factor - - 90 1.8 - - - -",
                "steps ctr factor - - -40 -0.8 - - 0.005 0.01",
                "channel SB - 90 40 50 1 - - - -");

        // When
        var draft = explain(Diagnosis.Kind.CHANGE, table, "spend");

        // Then
        assertThat(draft.text())
                .isEqualTo("Ad spend was ₹150 in 1–31 Oct 2025, up ₹50 from ₹100 in 1–30 Sep 2025. That is outside its"
                        + " usual swing, between -₹20 and ₹20. Step by step: Impressions, ₹90 more (180.0 % of it);"
                        + " CTR (1.0 % before, now 0.50 %), ₹40 less (against it). By ad channel: SB up ₹50 (100.0 % of"
                        + " it).");
        assertThat(refusals(draft, Diagnosis.Kind.CHANGE, "spend")).isEmpty();
    }

    @Test
    void saysFirstThatANumberWentTheOtherWayThanTheQuestionHolds() {
        var columns = "part:text member:text spend:INR spend.previous:INR spend.change:INR";
        var up = table(columns, "- - 150 100 50");
        var down = table(columns, "- - 70 100 -30");
        var same = table(columns, "- - 100 100 0");

        assertThat(claimed(Language.ENGLISH, Claim.FELL, up))
                .isEqualTo(
                        "Ad spend did not fall: it rose by ₹50, from ₹100 in 1–30 Sep 2025 to ₹150 in 1–31 Oct 2025.");
        assertThat(claimed(Language.ENGLISH, Claim.ROSE, down))
                .isEqualTo(
                        "Ad spend did not rise: it fell by ₹30, from ₹100 in 1–30 Sep 2025 to ₹70 in 1–31 Oct 2025.");
        assertThat(claimed(Language.ENGLISH, Claim.FELL, same))
                .startsWith(
                        "Ad spend did not fall: it was ₹100 in 1–31 Oct 2025, the same as the ₹100 in 1–30 Sep 2025.");
        assertThat(claimed(Language.ENGLISH, Claim.FELL, down))
                .isEqualTo("Ad spend was ₹70 in 1–31 Oct 2025, down ₹30 from ₹100 in 1–30 Sep 2025.");
        assertThat(claimed(Language.HINDI, Claim.FELL, up))
                .isEqualTo("विज्ञापन खर्च में गिरावट नहीं हुई, बढ़त हुई: 1–30 सितंबर 2025 के ₹100 से ₹50 ऊपर,"
                        + " 1–31 अक्टूबर 2025 में ₹150।");
    }

    @Test
    void tellsAnAccountsHealthAtAGlance() {
        // Given
        var table = table(
                "about:text spend:INR spend.previous:INR spend.change:INR spend.change_pct:percent acos:percent"
                        + " acos.previous:percent acos.change:percent acos.change_pct:percent metric:text part:text"
                        + " member:text from:date to:date peak:date score:ratio spend.usual_low:INR spend.usual_high:INR"
                        + " pace:percent spend.projected:INR projected_pace:percent",
                "numbers 150 100 50 0.5 0.25 0.27 -0.02 -0.074 - - - - - - - - - - - -",
                "unusual 9000 - - - - - - - spend - - 2025-10-09 2025-10-09 2025-10-09 12.4 1000 2500 - - -",
                "budgets 150 - - - - - - - - - - - - - - - - 0.9 180 1.04");

        // When
        var draft = explain(Diagnosis.Kind.HEALTH, table);

        // Then
        assertThat(draft.text())
                .isEqualTo("In 1–31 Oct 2025, against 1–30 Sep 2025: Ad spend ₹150 (up 50.0 %); ACOS 25.0 % (down 2.0"
                        + " percentage points). Unusual: Ad spend on 9 Oct 2025, ₹9,000, above the usual ₹1,000 to ₹2,500."
                        + " Of the budget so far 90.0 % was spent; at this pace it is 104.0 % by the end.");
        assertThat(refusals(draft, Diagnosis.Kind.HEALTH)).isEmpty();
    }

    @Test
    void tellsWhatSearchTermsSay() {
        // Given
        var table = table(
                "about:text member:text spend:INR clicks:count acos:percent campaigns:count spend.elsewhere:INR"
                        + " capped_days:count",
                "branded - 400 40 0.1 - - -",
                "not_branded - 600 60 1 - - -",
                "negative red_saree 200 30 - - - -",
                "shared blue_kurta 160 95 - 2 70 -",
                "winner Kavya_2025 195 - 0.2 - - 3");

        // When
        var draft = explain(Diagnosis.Kind.SEARCH_TERMS, table);

        // Then
        assertThat(draft.text())
                .isEqualTo(
                        "Search terms with a brand's name cost ₹400 at an ACOS of 10.0 % in 1–31 Oct 2025, all others"
                                + " ₹600 at an ACOS of 100.0 %. Candidates for negative keywords: red saree (₹200, 30 clicks, no"
                                + " order). Shown by several campaigns: blue kurta (2 campaigns, ₹70 outside the best). Winners"
                                + " held back by their budget: Kavya 2025 (3 days at the limit, ACOS 20.0 %).");
        assertThat(refusals(draft, Diagnosis.Kind.SEARCH_TERMS)).isEmpty();
    }

    @Test
    void tellsUnusualDaysWithWhatWasUsual() {
        // Given
        var table = table(
                "metric:text part:text member:text from:date to:date peak:date deviation:percent score:ratio"
                        + " spend:INR spend.usual_low:INR spend.usual_high:INR orders:count orders.usual_low:count"
                        + " orders.usual_high:count",
                "spend campaign Kavya_Brand_Store 2025-10-08 2025-10-10 2025-10-09 3.1 12.4 9000 1000 2500 - - -",
                "orders - - 2025-10-20 2025-10-20 2025-10-20 -0.4 -4.2 - - - 60 80 140");

        // When
        var draft = explain(Diagnosis.Kind.ANOMALY, table);

        // Then
        assertThat(draft.text())
                .isEqualTo("Unusual in 1–31 Oct 2025: Ad spend of Kavya Brand Store in 8–10 Oct 2025, ₹9,000 on 9 Oct"
                        + " 2025, above the usual ₹1,000 to ₹2,500; Orders on 20 Oct 2025, 60, below the usual 80 to"
                        + " 140.");
        assertThat(draft.method()).contains("median of the same weekday");
        assertThat(refusals(draft, Diagnosis.Kind.ANOMALY)).isEmpty();
    }

    @Test
    void saysThatNothingWasUnusual() {
        // When
        var draft = explain(Diagnosis.Kind.ANOMALY, table("metric:text"));

        // Then
        assertThat(draft.text()).isEqualTo("Nothing was unusual in 1–31 Oct 2025.");
    }

    @Test
    void tellsThePaceAndWhoIsFurthestFromIt() {
        // Given
        var table = table(
                "member:text spend:INR budget:INR pace:percent spend.projected:INR budget.planned:INR"
                        + " projected_pace:percent runs_out:date capped_days:count",
                "- 90000 100000 0.9 300000 250000 1.2 2025-11-26 0",
                "Kurta_Sale 50000 40000 1.25 160000 100000 1.6 2025-11-20 9",
                "Idle 0 20000 0 0 60000 0 - 0",
                "Exact 40000 40000 1 140000 140000 1 - 2");

        // When
        var draft = explain(Diagnosis.Kind.PACING, table);

        // Then
        assertThat(draft.text())
                .isEqualTo("Ad spend was ₹90,000 of a budget of ₹1.00 lakh in 1–31 Oct 2025 (90.0 %). At this pace it"
                        + " comes to ₹3.00 lakh of ₹2.50 lakh by the end (120.0 %); the budget is used up on 26 Nov"
                        + " 2025. Furthest over plan: Kurta Sale (160.0 %). Furthest under plan: Idle (0.0 %). Held"
                        + " back by the day's budget: Kurta Sale on 9 days, Exact on 2 days.");
        assertThat(refusals(draft, Diagnosis.Kind.PACING)).isEmpty();
    }

    @Test
    void tellsWhatWasSpentWithoutAnOrder() {
        // Given
        var table = table(
                "part:text member:text spend:INR clicks:count spend.share:percent attributed_orders.expected:count"
                        + " verdict:text",
                "search_term - 11000 1190 0.11 59.5 -",
                "search_term kurta_xl 8000 600 0.08 30 wasted",
                "search_term mixer 3000 20 0.03 1 too_few_clicks");

        // When
        var draft = explain(Diagnosis.Kind.WASTE, table);

        // Then
        assertThat(draft.text())
                .isEqualTo("₹11,000 was spent on search terms without an order in 1–31 Oct 2025, 11.0 % of all spend."
                        + " No accident: kurta xl (₹8,000, 600 clicks).");
        assertThat(refusals(draft, Diagnosis.Kind.WASTE)).isEmpty();
    }

    @Test
    void tellsWhatTheGapBetweenClaimedAndBookedSalesIsMadeOf() {
        // Given
        var table = table(
                "found:text attributed_sales:INR gross_sales:INR refunds:INR gap:INR gap.share:percent",
                "- 900 2000 100 -1000 1",
                "without_ad 0 1200 - -1200 1.2",
                "refunded - - 100 100 -0.1",
                "only_booked 0 0 - 0 0",
                "attribution_window 900 800 - 100 -0.1");

        // When
        var draft = explain(Diagnosis.Kind.RECONCILIATION, table);

        // Then
        assertThat(draft.text())
                .isEqualTo(
                        "Ads claim ₹900 of sales in 1–31 Oct 2025; booked were ₹2,000 gross and ₹100 refunded, so the"
                                + " gap to net sales is -₹1,000. It is made of: orders without an ad -₹1,200; refunds, which"
                                + " ads do not take off ₹100; attribution window and rules, in campaigns with both ₹100.");
        assertThat(refusals(draft, Diagnosis.Kind.RECONCILIATION)).isEmpty();
    }

    private static Draft explain(Diagnosis.Kind kind, Table table, String... metrics) {
        return explain(Language.ENGLISH, kind, table, metrics);
    }

    private static String claimed(Language language, Claim claim, Table table) {
        var task = task(Diagnosis.Kind.CHANGE, "spend").toBuilder()
                .diagnosis(new Diagnosis(Diagnosis.Kind.CHANGE, claim))
                .build();
        var draft = explain(language, task, table);
        assertThat(new DraftGuard().review(draft, task)).allMatch(RuleVerdict::passed);
        return draft.text();
    }

    static Draft explain(Language language, Diagnosis.Kind kind, Table table, String... metrics) {
        return explain(language, task(kind, metrics), table);
    }

    private static Draft explain(Language language, TaskSpec task, Table table) {
        var looked = new Run(task)
                .read("ads1", List.of("spend"), Run.rows(table("spend:INR", "1"), Run.ADS))
                .request();
        return new Composer(() -> Run.REGISTRY)
                .explain(
                        ADMIN.in(language),
                        new ExplainRequest(looked.task(), looked.plan(), looked.results(), table, List.of()));
    }

    private static TaskSpec task(Diagnosis.Kind kind, String... metrics) {
        return new TaskSpec.Builder(
                        Intent.DIAGNOSTICS,
                        Arrays.stream(metrics).map(MetricId::new).toList(),
                        Run.october(null))
                .diagnosis(new Diagnosis(kind))
                .compare(
                        kind == Diagnosis.Kind.CHANGE || kind == Diagnosis.Kind.HEALTH
                                ? new Comparison(
                                        Comparison.Kind.PREVIOUS_PERIOD,
                                        LocalDate.of(2025, 9, 1),
                                        LocalDate.of(2025, 9, 30))
                                : null)
                .build();
    }

    // The rules that every draft passes before anybody reads it.
    static List<RuleVerdict> refusals(Draft draft, Diagnosis.Kind kind, String... metrics) {
        return new DraftGuard()
                .review(draft, task(kind, metrics)).stream()
                        .filter(verdict -> !verdict.passed())
                        .toList();
    }

    static Table table(String columns, String... rows) {
        var all = Arrays.stream(columns.split(" ")).map(FindingsTest::column).toList();
        var cells = new ArrayList<List<@Nullable Object>>();
        for (var row : rows) {
            var words = row.split(" ");
            var line = new ArrayList<@Nullable Object>();
            for (var i = 0; i < words.length; i++) {
                line.add(words[i].equals("-") ? null : cell(all.get(i), words[i]));
            }
            cells.add(line);
        }
        return new Table(all, cells);
    }

    private static Column column(String text) {
        var parts = text.split(":");
        return switch (parts[1]) {
            case "text" -> new Column(parts[0], parts[0], ColumnType.TEXT, null);
            case "date" -> new Column(parts[0], parts[0], ColumnType.DATE, null);
            default -> new Column(parts[0], label(parts[0]), ColumnType.NUMBER, parts[1]);
        };
    }

    private static String label(String id) {
        return Run.REGISTRY
                .findMetric(new MetricId(id.contains(".") ? "other" : id))
                .map(metric -> metric.names().english())
                .orElse(id);
    }

    // A blank is written as _, but in codes and ids.
    private static Object cell(Column column, String word) {
        return switch (column.type()) {
            case TEXT -> column.id().equals("member") ? word.replace('_', ' ') : word;
            case NUMBER -> new BigDecimal(word);
            case DATE -> LocalDate.parse(word);
        };
    }
}
