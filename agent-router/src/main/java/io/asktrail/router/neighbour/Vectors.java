package io.asktrail.router.neighbour;

/** Arithmetic on vectors. */
final class Vectors {
    private Vectors() {}

    /** The same direction with length 1; a vector without a direction stays as it is. */
    static float[] unit(float[] vector) {
        var length = Math.sqrt(dot(vector, vector));
        if (length == 0) {
            return vector.clone();
        }
        var unit = new float[vector.length];
        for (var n = 0; n < vector.length; n++) {
            unit[n] = (float) (vector[n] / length);
        }
        return unit;
    }

    static double dot(float[] a, float[] b) {
        var sum = 0.0;
        for (var n = 0; n < a.length; n++) {
            sum += (double) a[n] * b[n];
        }
        return sum;
    }
}
