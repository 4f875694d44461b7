package io.asktrail.files.parquet;

import java.math.BigDecimal;

/** How many digits the numbers of a column have before and behind the point: what decimal holds them all. */
final class Digits {
    /** What readers keep in a machine word. */
    private static final int COMMON = 18;

    private static final int MOST = 38;

    private int whole = 1;
    private int behind;

    void see(BigDecimal number) {
        whole = Math.max(whole, number.precision() - number.scale());
        behind = Math.max(behind, number.scale());
    }

    /** The texts of a column as numbers; what no decimal of Parquet holds stays text rather than become another number. */
    String cast(String column) {
        var all = whole + behind;
        if (all > MOST) {
            return column;
        }
        return "CAST(%s AS DECIMAL(%d, %d))".formatted(column, all > COMMON ? MOST : COMMON, behind);
    }
}
