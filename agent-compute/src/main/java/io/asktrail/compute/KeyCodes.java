package io.asktrail.compute;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whole numbers from 0 on that stand for the keys of rows: equal keys of either side have the same one. Comparing numbers
 * is what makes a join of many rows quick.
 *
 * @param count how many different keys there are
 */
record KeyCodes(int[] left, int[] right, int count) {
    /** More pairs than this are looked up, not listed. */
    private static final long LISTED = 4_000_000;

    /** @param leftKeys the key columns of one side; those of the other are in the same order */
    static KeyCodes of(
            List<List<@Nullable Object>> leftKeys,
            int leftSize,
            List<List<@Nullable Object>> rightKeys,
            int rightSize) {
        var codes = new KeyCodes(new int[leftSize], new int[rightSize], 1);
        for (var key = 0; key < leftKeys.size(); key++) {
            var column = ofColumn(leftKeys.get(key), rightKeys.get(key));
            codes = key == 0 ? column : codes.with(column);
        }
        return codes;
    }

    private static KeyCodes ofColumn(List<@Nullable Object> left, List<@Nullable Object> right) {
        var known = new HashMap<@Nullable Object, Integer>();
        return new KeyCodes(codes(left, known), codes(right, known), known.size());
    }

    private static int[] codes(List<@Nullable Object> cells, HashMap<@Nullable Object, Integer> known) {
        var codes = new int[cells.size()];
        for (var row = 0; row < codes.length; row++) {
            var cell = cells.get(row);
            // 1 and 1.0 are one key, though not equal as decimals.
            var key = cell instanceof BigDecimal number ? number.stripTrailingZeros() : cell;
            var code = known.get(key);
            if (code == null) {
                code = known.size();
                known.put(key, code);
            }
            codes[row] = code;
        }
        return codes;
    }

    // The pairs that occur are numbered anew, so that no number grows with the number of columns.
    private KeyCodes with(KeyCodes other) {
        var pairs = (long) count * other.count <= LISTED ? new Listed(count * other.count) : new LookedUp();
        return new KeyCodes(
                pairs.number(left, other.left, other.count),
                pairs.number(right, other.right, other.count),
                pairs.size());
    }

    private abstract static sealed class Pairs {
        private int size;

        abstract int numberOf(long pair);

        int next() {
            return size++;
        }

        int size() {
            return size;
        }

        int[] number(int[] firsts, int[] seconds, int radix) {
            var numbers = new int[firsts.length];
            for (var row = 0; row < numbers.length; row++) {
                numbers[row] = numberOf((long) firsts[row] * radix + seconds[row]);
            }
            return numbers;
        }
    }

    private static final class Listed extends Pairs {
        private static final int NONE = -1;

        private final int[] numbers;

        Listed(int pairs) {
            numbers = new int[pairs];
            Arrays.fill(numbers, NONE);
        }

        @Override
        int numberOf(long pair) {
            var at = Math.toIntExact(pair);
            if (numbers[at] == NONE) {
                numbers[at] = next();
            }
            return numbers[at];
        }
    }

    private static final class LookedUp extends Pairs {
        private final HashMap<Long, Integer> numbers = new HashMap<>();

        @Override
        int numberOf(long pair) {
            return Objects.requireNonNull(numbers.computeIfAbsent(pair, _ -> next()));
        }
    }
}
