package io.asktrail.demo.world;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** Things drawn by weight. */
public final class Weighted<T> {
    private final List<T> things;
    private final double[] cumulative;

    private Weighted(List<T> things, double[] cumulative) {
        this.things = things;
        this.cumulative = cumulative;
    }

    public static <T> Weighted<T> of(List<T> things, ToDoubleFunction<T> weight) {
        if (things.isEmpty()) {
            throw new IllegalArgumentException("nothing to draw from");
        }
        double[] cumulative = new double[things.size()];
        double sum = 0;
        for (int i = 0; i < cumulative.length; i++) {
            sum += weight.applyAsDouble(things.get(i));
            cumulative[i] = sum;
        }
        return new Weighted<>(List.copyOf(things), cumulative);
    }

    public T draw(Dice dice) {
        double point = dice.fraction() * cumulative[cumulative.length - 1];
        int low = 0;
        int high = cumulative.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cumulative[middle] > point) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return things.get(low);
    }
}
