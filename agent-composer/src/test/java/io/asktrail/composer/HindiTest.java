package io.asktrail.composer;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.composer.words.Words;
import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.id.FieldId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.ColumnType;
import io.asktrail.contracts.table.Table;
import io.asktrail.contracts.task.Calculation;
import io.asktrail.contracts.task.Entities;
import io.asktrail.contracts.task.Filter;
import io.asktrail.contracts.task.FilterValue;
import io.asktrail.contracts.task.Grain;
import io.asktrail.contracts.task.Operator;
import io.asktrail.contracts.task.TaskSpec;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HindiTest {
    private static final BigDecimal TWO = new BigDecimal(2);
    private static final BigDecimal THREE = new BigDecimal(3);
    private static final BigDecimal HALF = new BigDecimal("0.5");

    @Test
    void bothLanguagesHaveTheSameSentencesAndHindiNoPlaceOfItsOwn() {
        var english = Words.in(Language.ENGLISH);
        var hindi = Words.in(Language.HINDI);

        assertThat(hindi.keys()).isEqualTo(english.keys());
        assertThat(english.keys())
                .allSatisfy(key -> assertThat(english.template(key).places())
                        .as(key)
                        .containsAll(hindi.template(key).places()));
    }

    @Test
    void isTheLanguageOfAQuestionInDevanagari() {
        assertThat(Language.of("पिछले महीने की बिक्री")).isEqualTo(Language.HINDI);
        assertThat(Language.of("ROAS पिछले महीने")).isEqualTo(Language.HINDI);
        assertThat(Language.of("pichle mahine ki bikri")).isEqualTo(Language.ENGLISH);
    }

    @Test
    void givesTheNumberFirst() {
        var task = Run.ask("net_sales")
                .entities(Entities.of(Run.dimension("geo"), List.of("Delhi")))
                .build();

        assertThat(text(task, "net_sales\n 1234567.89"))
                .isEqualTo("शुद्ध बिक्री: ₹12.35 लाख, Delhi के लिए 1–31 अक्टूबर 2025 में।");
        assertThat(text(task, "net_sales\n 123456789")).startsWith("शुद्ध बिक्री: ₹12.35 करोड़, ");
        assertThat(text(task, "net_sales\n -"))
                .isEqualTo("Delhi के लिए 1–31 अक्टूबर 2025 में शुद्ध बिक्री के कोई आँकड़े नहीं हैं।");
    }

    @Test
    void comparesWithUpAndDown() {
        var task = Run.ask("net_sales").compare(Run.SEPTEMBER).build();
        var header = "net_sales net_sales.previous net_sales.change net_sales.change_pct\n ";

        assertThat(text(task, header + "150 100 50 0.5"))
                .isEqualTo("शुद्ध बिक्री: ₹150, 1–31 अक्टूबर 2025 में; 1–30 सितंबर 2025 के ₹100 से 50.0 % ऊपर।");
        assertThat(text(task, header + "75 100 -25 -0.25")).endsWith("के ₹100 से 25.0 % नीचे।");
        assertThat(text(task, header + "100 100 0 0")).endsWith("के ₹100 के बराबर।");
    }

    @Test
    void namesWhoLeadsAndWhoFollows() {
        var task = Run.ask("spend").groupBy(List.of(Run.dimension("channel"))).build();

        assertThat(text(task, "channel spend\n SP 300\n SB 100\n = - 400"))
                .isEqualTo("1–31 अक्टूबर 2025 में सबसे ज़्यादा विज्ञापन खर्च: SP, ₹300 (कुल का 75.0 %)।"
                        + " इसके बाद: SB (₹100)। कुल मिलाकर: ₹400।");
    }

    @Test
    void namesTheRowOfAllOthersAndNeverLetsItLead() {
        // Given: together the others have the most
        var task = Run.ask("spend")
                .groupBy(List.of(Run.dimension("channel")))
                .limit(1)
                .calculations(List.of(new Calculation(Calculation.Kind.OTHERS, null, null, null, null)))
                .build();
        var table = new Table(
                List.of(
                        new Column("channel", "Ad channel", ColumnType.TEXT, null),
                        new Column("spend", "Ad spend", ColumnType.NUMBER, "INR")),
                List.of(List.of("SP", new BigDecimal(100)), List.of(Calculation.others(2), new BigDecimal(300))),
                Arrays.asList(null, new BigDecimal(400)));

        // When
        var hindi = new Run(task).gave(table).draft(Language.HINDI);
        var english = new Run(task).gave(table).draft();

        // Then
        assertThat(hindi.text())
                .isEqualTo("1–31 अक्टूबर 2025 में सबसे ज़्यादा विज्ञापन खर्च: SP, ₹100 (कुल का 25.0 %)।"
                        + " बाकी सभी (2): ₹300 (कुल का 75.0 %)। कुल मिलाकर: ₹400।");
        assertThat(Objects.requireNonNull(hindi.table()).rows().getLast().getFirst())
                .isEqualTo("बाकी सभी (2)");
        assertThat(english.text())
                .isEqualTo("SP has the highest ad spend in 1–31 Oct 2025: ₹100 (25.0 % of the total)."
                        + " All other 2: ₹300 (75.0 % of the total). All together: ₹400.");
        assertThat(Objects.requireNonNull(english.table()).rows()).isEqualTo(table.rows());
    }

    @Test
    void namesTheColumnsOfAPivot() {
        // Given
        var task = Run.ask("spend")
                .groupBy(List.of(Run.dimension("campaign_status"), Run.dimension("channel")))
                .calculations(List.of(new Calculation(
                        Calculation.Kind.PIVOT, new MetricId("spend"), null, Run.dimension("channel"), null)))
                .build();
        var table = new Table(
                List.of(
                        new Column("campaign_status", "Campaign status", ColumnType.TEXT, null),
                        new Column("spend", "Ad spend", ColumnType.NUMBER, "INR"),
                        new Column("spend.channel=SB", "Ad spend, SB", ColumnType.NUMBER, "INR"),
                        new Column("spend.channel=(none)", "Ad spend, (none)", ColumnType.NUMBER, "INR"),
                        new Column("spend.channel=All other 4", "Ad spend, All other 4", ColumnType.NUMBER, "INR")),
                List.of(List.of("enabled", THREE, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE)));

        // When
        var columns = Objects.requireNonNull(
                        new Run(task).gave(table).draft(Language.HINDI).table())
                .columns();

        // Then
        assertThat(columns)
                .extracting(Column::label)
                .containsExactly(
                        "अभियान की स्थिति",
                        "विज्ञापन खर्च",
                        "विज्ञापन खर्च, SB",
                        "विज्ञापन खर्च, (विज्ञापन चैनल नहीं)",
                        "विज्ञापन खर्च, बाकी सभी (4)");
    }

    @Test
    void tellsASeriesByItsEnds() {
        var task = Run.ask("spend").time(Run.october(Grain.DAY)).build();

        assertThat(text(task, "date spend\n 2025-10-01 5\n 2025-10-02 9\n 2025-10-03 7\n = - 21"))
                .isEqualTo("विज्ञापन खर्च: कुल ₹21, 1–31 अक्टूबर 2025 में।"
                        + " दिन के हिसाब से सबसे ज़्यादा विज्ञापन खर्च ₹9 (2 अक्टूबर 2025), सबसे कम ₹5 (1 अक्टूबर 2025)।"
                        + " शुरुआत ₹5 से हुई और अंत ₹7 पर।");
    }

    @Test
    void countsWhoMeetsACondition() {
        var task = Run.ask("acos")
                .groupBy(List.of(Run.dimension("campaign")))
                .filters(List.of(
                        new Filter(new FieldId("acos"), Operator.GT, new FilterValue.Numeric(new BigDecimal("0.4")))))
                .build();

        assertThat(text(task, "campaign acos\n Diwali 0.91\n Summer 0.4123"))
                .contains(": 2, जिनका एकॉस 40.0 % से ऊपर।");
    }

    @Test
    void writesChartsInHindiToo() {
        var task = Run.ask("spend").groupBy(List.of(Run.dimension("channel"))).build();

        var chart = new Run(task)
                .gave(Run.table("channel spend\n SP 300\n SB 100"))
                .draft(Language.HINDI)
                .chart();

        assertThat(Objects.requireNonNull(chart).spec().toString())
                .contains("के अनुसार विज्ञापन खर्च", "1–31 अक्टूबर 2025", "' लाख'", "' करोड़'");
    }

    @Test
    void headsTheColumnsOfTheTable() {
        var task = Run.ask("spend")
                .groupBy(List.of(Run.dimension("channel")))
                .compare(Run.SEPTEMBER)
                .build();
        List<List<@Nullable Object>> rows = List.of(List.of("SP", THREE, TWO, BigDecimal.ONE, HALF));
        var table = new Table(
                List.of(
                        new Column("channel", "Ad channel", ColumnType.TEXT, null),
                        new Column("spend", "Ad spend", ColumnType.NUMBER, "INR"),
                        new Column("spend.previous", "Ad spend, earlier period", ColumnType.NUMBER, "INR"),
                        new Column("spend.change", "Ad spend, change", ColumnType.NUMBER, "INR"),
                        new Column("spend.change_pct", "Ad spend, change in %", ColumnType.NUMBER, "percent")),
                rows);

        assertThat(heads(task, table, Language.HINDI))
                .containsExactly(
                        "विज्ञापन चैनल",
                        "विज्ञापन खर्च",
                        "विज्ञापन खर्च, पिछली अवधि",
                        "विज्ञापन खर्च, बदलाव",
                        "विज्ञापन खर्च, बदलाव %");
        assertThat(heads(task, table, Language.ENGLISH))
                .isEqualTo(table.columns().stream().map(Column::label).toList());
    }

    private static List<String> heads(TaskSpec task, Table table, Language language) {
        var draft = new Run(task).gave(table).draft(language);
        return Objects.requireNonNull(draft.table()).columns().stream()
                .map(Column::label)
                .toList();
    }

    private static String text(TaskSpec task, String table) {
        return new Run(task).gave(Run.table(table)).draft(Language.HINDI).text();
    }
}
