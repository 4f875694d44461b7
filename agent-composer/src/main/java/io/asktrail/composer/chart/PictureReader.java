package io.asktrail.composer.chart;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.asktrail.contracts.answer.Chart;
import io.asktrail.contracts.ask.Language;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads a chart of an answer back into the picture that it was written from. */
public final class PictureReader {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private PictureReader() {}

    /** Empty for a specification that {@link ChartWriter} did not write, or wrote before it could be drawn here. */
    public static Optional<Picture> read(Chart chart) {
        try {
            return Optional.ofNullable(
                    JSON.convertValue(chart.spec(), Written.class).picture());
        } catch (JacksonException | IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Written(
            @Nullable Title title,
            @Nullable Data data,
            @Nullable Meta usermeta) {
        @Nullable
        Picture picture() {
            if (title == null || data == null || usermeta == null || usermeta.asktrail() == null) {
                return null;
            }
            var own = usermeta.asktrail();
            return new Picture(
                    own.shape(),
                    title.text(),
                    title.subtitle(),
                    own.value(),
                    own.across(),
                    own.place(),
                    own.series(),
                    data.values(),
                    own.lang());
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Title(String text, String subtitle) {}

    private record Data(List<Mark> values) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Meta(@Nullable Own asktrail) {}

    private record Own(
            Shape shape, Axis value, @Nullable Axis across, String place, List<String> series, Language lang) {}
}
