package io.asktrail.demo.ads;

/** Whole numbers split by weight so that the parts sum to the whole exactly. */
final class Shares {
    private Shares() {}

    /** Largest remainder, the first of equals first; a part without weight gets nothing. */
    static long[] byWeight(long total, long[] weights) {
        long sum = 0;
        for (long weight : weights) {
            sum += weight;
        }
        long[] parts = new long[weights.length];
        if (total == 0) {
            return parts;
        }
        if (sum == 0) {
            throw new IllegalArgumentException("cannot split %d over no weight".formatted(total));
        }
        long[] remainders = new long[weights.length];
        long left = total;
        for (int i = 0; i < parts.length; i++) {
            parts[i] = total * weights[i] / sum;
            remainders[i] = total * weights[i] % sum;
            left -= parts[i];
        }
        for (; left > 0; left--) {
            int largest = largest(remainders);
            parts[largest]++;
            remainders[largest] = -1;
        }
        return parts;
    }

    /** As {@link #byWeight}, but no part above its limit: what is over goes where the most room is. */
    static long[] byWeight(long total, long[] weights, long[] limits) {
        long[] parts = byWeight(total, weights);
        long over = 0;
        long[] room = new long[parts.length];
        for (int i = 0; i < parts.length; i++) {
            over += Math.max(0, parts[i] - limits[i]);
            parts[i] = Math.min(parts[i], limits[i]);
            room[i] = limits[i] - parts[i];
        }
        for (; over > 0; over--) {
            int roomiest = largest(room);
            parts[roomiest]++;
            room[roomiest]--;
        }
        return parts;
    }

    private static int largest(long[] values) {
        int largest = 0;
        for (int i = 1; i < values.length; i++) {
            if (values[i] > values[largest]) {
                largest = i;
            }
        }
        return largest;
    }
}
