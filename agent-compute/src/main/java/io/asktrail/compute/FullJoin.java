package io.asktrail.compute;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.table.Column;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
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
        var rightRows = new HashMap<Object, Integer>(right.size() * 2);
        for (var r = 0; r < right.size(); r++) {
            if (rightRows.put(keyOf(rightKeys, r), r) != null) {
                throw repeated(rightKeys, r);
            }
        }
        var matches = matchLeft(rightRows);
        var rightOnly = rowsWithoutMatch(matches);
        var leftRows = Arrays.copyOf(left.rowNumbers(), left.size() + rightOnly.length);
        Arrays.fill(leftRows, left.size(), leftRows.length, NONE);
        var rightOrder = Arrays.copyOf(matches, leftRows.length);
        System.arraycopy(rightOnly, 0, rightOrder, left.size(), rightOnly.length);
        var leftOnly =
                (int) Arrays.stream(matches).filter(match -> match == NONE).count();
        return new Joined(assemble(leftRows, rightOrder), leftOnly, rightOnly.length);
    }

    private int[] matchLeft(HashMap<Object, Integer> rightRows) {
        var seen = new HashSet<>(left.size() * 2);
        var matches = new int[left.size()];
        for (var l = 0; l < left.size(); l++) {
            var key = keyOf(leftKeys, l);
            if (!seen.add(key)) {
                throw repeated(leftKeys, l);
            }
            matches[l] = Objects.requireNonNullElse(rightRows.get(key), NONE);
        }
        return matches;
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

    private static Object keyOf(List<List<@Nullable Object>> columns, int row) {
        var key = new @Nullable Object[columns.size()];
        for (var i = 0; i < key.length; i++) {
            var cell = columns.get(i).get(row);
            // 1 and 1.0 are one key, though not equal as decimals.
            key[i] = cell instanceof BigDecimal number ? number.stripTrailingZeros() : cell;
        }
        return key.length == 1 && key[0] != null ? key[0] : Arrays.asList(key);
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
