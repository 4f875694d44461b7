package io.asktrail.composer.drawing;

import io.asktrail.composer.chart.Picture;
import io.asktrail.composer.drawing.CategoryDrawing.Place;
import io.asktrail.composer.number.FigureFormat;
import io.asktrail.composer.words.Words;
import java.math.BigDecimal;
import java.util.Map;
import org.jfree.chart.labels.CategoryItemLabelGenerator;
import org.jfree.data.category.CategoryDataset;
import org.jspecify.annotations.Nullable;

/** Writes at each bar its number as the text of an answer would. */
record Written(Map<Place, String> words) implements CategoryItemLabelGenerator {
    Written {
        words = Map.copyOf(words);
    }

    static String words(Picture picture, @Nullable BigDecimal value) {
        return FigureFormat.inSentence(value, picture.value().unit(), Words.in(picture.language()));
    }

    @Override
    public @Nullable String generateLabel(CategoryDataset data, int row, int column) {
        return words.get(new Place(
                data.getRowKey(row).toString(), data.getColumnKey(column).toString()));
    }

    @Override
    public String generateRowLabel(CategoryDataset data, int row) {
        return data.getRowKey(row).toString();
    }

    @Override
    public String generateColumnLabel(CategoryDataset data, int column) {
        return data.getColumnKey(column).toString();
    }
}
