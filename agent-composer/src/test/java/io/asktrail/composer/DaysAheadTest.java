package io.asktrail.composer;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.composer.chart.Mark;
import io.asktrail.composer.chart.Picture;
import io.asktrail.composer.chart.PictureReader;
import io.asktrail.contracts.agent.ComposerAgent.DrawRequest;
import io.asktrail.contracts.answer.Chart;
import io.asktrail.contracts.answer.Draft;
import io.asktrail.contracts.answer.PictureFormat;
import io.asktrail.contracts.answer.PictureSize;
import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.task.Calculation;
import io.asktrail.contracts.task.Entities;
import io.asktrail.contracts.task.Grain;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
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

    @Test
    void leavesAGapWhereADayBeforeIsNotKnown() throws Exception {
        // Given three days that are not loaded between days that are
        var before = IntStream.rangeClosed(1, 31)
                .mapToObj(day -> "2025-10-%02d %s - - -".formatted(day, day >= 20 && day <= 22 ? "-" : "150000"))
                .collect(Collectors.joining("\n"));

        // When
        var chart = Objects.requireNonNull(draft(
                        Language.ENGLISH,
                        "date spend spend.forecast spend.low spend.high\n"
                                + before
                                + "\n2025-11-01 - 120000 110000 130000\n= - - 120000 110000 130000\n")
                .chart());

        // Then
        var picture = PictureReader.read(chart).orElseThrow();
        assertThat(picture.marks().stream().filter(mark -> mark.value() == null))
                .extracting(Mark::date)
                .containsExactly(LocalDate.of(2025, 10, 20), LocalDate.of(2025, 10, 21), LocalDate.of(2025, 10, 22));
        assertThat(chart.spec().toString()).contains("invalid=break-paths-show-path-domains");
        // The known days lie on one height: where a line passed over the gap, blue would be found in every column.
        assertThat(columnsWithout(Color.decode(Picture.COLOURS.getFirst()), drawn(chart)))
                .isGreaterThan(20);
    }

    private static BufferedImage drawn(Chart chart) throws IOException {
        var request = new DrawRequest(chart, PictureFormat.PNG, new PictureSize(800, null, 1));
        var drawn = new Composer(() -> Run.REGISTRY).draw(Run.by(Role.ADMIN), request);
        return ImageIO.read(new ByteArrayInputStream(drawn.picture()));
    }

    // Between the first and the last column that has the colour, in the middle of the picture, away from the legend.
    private static long columnsWithout(Color colour, BufferedImage image) {
        var with = IntStream.range(0, image.getWidth())
                .filter(x -> IntStream.range(image.getHeight() / 5, image.getHeight() * 3 / 4)
                        .anyMatch(y -> near(colour, new Color(image.getRGB(x, y)))))
                .toArray();
        return with[with.length - 1] - with[0] + 1L - with.length;
    }

    private static boolean near(Color one, Color other) {
        return Math.abs(one.getRed() - other.getRed()) < 40
                && Math.abs(one.getGreen() - other.getGreen()) < 40
                && Math.abs(one.getBlue() - other.getBlue()) < 40;
    }

    private static Draft draft(Language language) {
        return draft(language, TABLE);
    }

    private static Draft draft(Language language, String table) {
        var forecast = new Calculation(Calculation.Kind.FORECAST, new MetricId("spend"), null, null, 2);
        var task = Run.ask("spend")
                .time(Run.october(Grain.DAY))
                .entities(Entities.of(Run.dimension("geo"), List.of("Delhi")))
                .calculations(List.of(forecast))
                .build();
        return new Run(task).gave(Run.table(table)).draft(language);
    }
}
