package io.asktrail.router.vocabulary;

import io.asktrail.router.language.Cue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Words of the question that are looked up together, with all they may mean.
 *
 * @param key what was looked up, after the correction of spelling
 * @param text what was written
 * @param filler whether the question means the same without it
 * @param corrected whether the spelling was corrected
 */
public record Lexeme(
        int from, int to, String text, String key, List<Meaning> meanings, boolean filler, boolean corrected) {
    public Lexeme {
        meanings = List.copyOf(meanings);
    }

    public boolean is(Cue cue) {
        for (var meaning : meanings) {
            if (meaning instanceof Meaning.CueWord(var own) && own == cue) {
                return true;
            }
        }
        return false;
    }

    public <M extends Meaning> Optional<M> as(Class<M> kind) {
        return all(kind).findFirst();
    }

    public <M extends Meaning> Stream<M> all(Class<M> kind) {
        return meanings.stream().filter(kind::isInstance).map(kind::cast);
    }

    public boolean isUnknown() {
        return meanings.isEmpty() && !filler;
    }
}
