package io.asktrail.composer;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.composer.chart.PictureReader;
import io.asktrail.contracts.answer.Draft;
import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.task.Calculation;
import io.asktrail.contracts.task.Entities;
import io.asktrail.contracts.task.Grain;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DaysAheadTest {
    private static final String TABLE = """
            date spend spend.forecast spend.low spend.high
            2025-10-30 100000 - - -
            2025-10-31 150000 - - -
            2025-11-01 - 120000 110000 130000
            2025-11-02 - 130000 115000 145000
            = - - 250000 230000 270000
            """;

    @Test
    void givesTheSumAheadItsRangeAndWhatTheDaysBeforeWere() {
        assertThat(draft(Language.ENGLISH).text())
                .isEqualTo("Expected ad spend, 1–2 Nov 2025 for Delhi: ₹2.50 lakh, likely between ₹2.30 lakh and"
                        + " ₹2.70 lakh. In 30–31 Oct 2025 it came to ₹2.50 lakh. This is an estimate from the weeks"
                        + " before: the notes say how far off such estimates were.");
    }

    @Test
    void saysItInHindi() {
        assertThat(draft(Language.HINDI).text())
                .startsWith("विज्ञापन खर्च का पूर्वानुमान, Delhi के लिए 1–2 नवंबर 2025: ₹2.50 लाख, संभवतः ₹2.30 लाख और"
                        + " ₹2.70 लाख के बीच।");
    }

    @Test
    void drawsTheDaysAheadWithinTheirBand() {
        // When
        var chart = Objects.requireNonNull(draft(Language.ENGLISH).chart());

        // Then
        var picture = PictureReader.read(chart).orElseThrow();
        assertThat(picture.series()).containsExactly("Ad spend", "Forecast");
        assertThat(picture.subtitle()).isEqualTo("Forecast for 1–2 Nov 2025, likely range shaded · Delhi");
        assertThat(picture.marks()).hasSize(4);
        assertThat(picture.marks().getLast().low()).isEqualByComparingTo("115000");
        assertThat(picture.marks().getLast().high()).isEqualByComparingTo("145000");
        assertThat(picture.marks().getFirst().low()).isNull();
        assertThat(chart.spec().toString()).contains("type=area", "y2={field=high}", "isValid(datum.low)");
    }

    private static Draft draft(Language language) {
        var forecast = new Calculation(Calculation.Kind.FORECAST, new MetricId("spend"), null, null, 2);
        var task = Run.ask("spend")
                .time(Run.october(Grain.DAY))
                .entities(Entities.of(Run.dimension("geo"), List.of("Delhi")))
                .calculations(List.of(forecast))
                .build();
        return new Run(task).gave(Run.table(TABLE)).draft(language);
    }
}
