package io.asktrail.router.language;

import java.util.BitSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A turn of speech that says nothing about what is asked, and the place where it does not.
 *
 * @param opens whether it has to stand at the beginning of a part of the sentence
 * @param closes whether it has to stand at the end of one
 * @param behind what has to stand before it; null if it does not matter
 * @param ahead what has to follow it; null if it does not matter
 */
public record Turn(
        boolean opens,
        boolean closes,
        @Nullable Form behind,
        Form form,
        @Nullable Form ahead) {
    private static final int FARTHEST_BACK = 3;

    /** The places where it may end if it begins here, the farthest first. */
    public IntStream ends(Spoken spoken, int from) {
        if (behind != null && !isBehind(behind, spoken, from)) {
            return IntStream.empty();
        }
        var ends = form.ends(spoken, only(from));
        return IntStream.iterate(ends.length() - 1, to -> to > from, to -> ends.previousSetBit(to - 1))
                .filter(to -> ahead == null || !ahead.ends(spoken, only(to)).isEmpty());
    }

    private static boolean isBehind(Form behind, Spoken spoken, int from) {
        return IntStream.rangeClosed(Math.max(0, from - FARTHEST_BACK), from - 1)
                .anyMatch(at -> behind.ends(spoken, only(at)).get(from));
    }

    private static BitSet only(int at) {
        var set = new BitSet();
        set.set(at);
        return set;
    }
}
