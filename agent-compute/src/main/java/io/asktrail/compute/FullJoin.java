package io.asktrail.compute;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.table.Column;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The drill-across join: both sides are already at the grain of the keys, rows without a counterpart stay, and no row
 * is ever multiplied. A missing key value is a value like others, so that the grain holds for the next join too.
 */
final class FullJoin {
    private static final int NONE = -1;

    /** @param leftOnly rows of the left side without a counterpart */
    record Joined(Frame rows, int leftOnly, int rightOnly) {}

    private final Vocabulary vocabulary;
    private final Frame left;
    private final Frame right;
    private final List<String> keys;
    private final List<List<@Nullable Object>> leftKeys;
    private final List<List<@Nullable Object>> rightKeys;

    FullJoin(Vocabulary vocabulary, Frame left, Frame right, List<DimensionId> keys) {
        this.vocabulary = vocabulary;
        this.left = left;
        this.right = right;
        this.keys = keys.stream().map(this::keyColumn).toList();
        this.leftKeys = this.keys.stream().map(left::column).toList();
        this.rightKeys = this.keys.stream().map(right::column).toList();
    }

    // A campaign's name may change or repeat; its id does neither.
    private String keyColumn(DimensionId dimension) {
        var id = dimension.value() + ".id";
        return left.has(id) && right.has(id) ? id : dimension.value();
    }

    Joined join() {
        var codes = KeyCodes.of(leftKeys, left.size(), rightKeys, right.size());
        var matches = matches(codes, rows(codes.right(), codes.count(), rightKeys));
        var rightOnly = rowsWithoutMatch(matches);
        var leftRows = Arrays.copyOf(left.rowNumbers(), left.size() + rightOnly.length);
        Arrays.fill(leftRows, left.size(), leftRows.length, NONE);
        var rightOrder = Arrays.copyOf(matches, leftRows.length);
        System.arraycopy(rightOnly, 0, rightOrder, left.size(), rightOnly.length);
        var leftOnly =
                (int) Arrays.stream(matches).filter(match -> match == NONE).count();
        return new Joined(assemble(leftRows, rightOrder), leftOnly, rightOnly.length);
    }

    // The row of each key; no key may have two.
    private int[] rows(int[] codes, int count, List<List<@Nullable Object>> keys) {
        var rows = new int[count];
        Arrays.fill(rows, NONE);
        for (var row = 0; row < codes.length; row++) {
            if (rows[codes[row]] != NONE) {
                throw repeated(keys, row);
            }
            rows[codes[row]] = row;
        }
        return rows;
    }

    private int[] matches(KeyCodes codes, int[] rightRows) {
        rows(codes.left(), codes.count(), leftKeys);
        return Arrays.stream(codes.left()).map(code -> rightRows[code]).toArray();
    }

    private int[] rowsWithoutMatch(int[] matches) {
        var matched = new boolean[right.size()];
        for (var match : matches) {
            if (match != NONE) {
                matched[match] = true;
            }
        }
        return Arrays.stream(right.rowNumbers()).filter(r -> !matched[r]).toArray();
    }

    private static List<@Nullable Object> keyOf(List<List<@Nullable Object>> columns, int row) {
        var key = new ArrayList<@Nullable Object>();
        columns.forEach(column -> key.add(column.get(row)));
        return key;
    }

    private SuiteException repeated(List<List<@Nullable Object>> columns, int row) {
        return new SuiteException(
                ErrorCode.BROKEN_INVARIANT,
                "Two rows of one source have the same %s (%s), so they cannot be joined without counting twice."
                        .formatted(String.join(", ", keys), keyOf(columns, row)));
    }

    private Frame assemble(int[] leftRows, int[] rightRows) {
        var columns = unionOfColumns();
        var cells = new ArrayList<List<@Nullable Object>>(columns.size());
        for (var column : columns) {
            cells.add(merge(column, leftRows, rightRows));
        }
        return new Frame(columns, cells, leftRows.length);
    }

    // Dimensions first, whichever side has them; then the numbers, left before right.
    private List<Column> unionOfColumns() {
        var union = new LinkedHashMap<String, Column>();
        for (var dimensions : List.of(true, false)) {
            for (var side : List.of(left, right)) {
                side.columns().stream()
                        .filter(column -> vocabulary.isDimension(column) == dimensions)
                        .forEach(column -> union.putIfAbsent(column.id(), column));
            }
        }
        return List.copyOf(union.values());
    }

    private List<@Nullable Object> merge(Column column, int[] leftRows, int[] rightRows) {
        var fromLeft = left.has(column.id()) ? left.column(column.id()) : null;
        var fromRight = right.has(column.id()) ? right.column(column.id()) : null;
        var absent = vocabulary.isDimension(column) || !vocabulary.isFlow(column.id()) ? null : BigDecimal.ZERO;
        var merged = new ArrayList<@Nullable Object>(leftRows.length);
        for (var i = 0; i < leftRows.length; i++) {
            if (fromLeft != null && leftRows[i] != NONE && (fromLeft.get(leftRows[i]) != null || fromRight == null)) {
                merged.add(fromLeft.get(leftRows[i]));
            } else if (fromRight != null && rightRows[i] != NONE) {
                merged.add(fromRight.get(rightRows[i]));
            } else {
                merged.add(absent);
            }
        }
        return merged;
    }
}
