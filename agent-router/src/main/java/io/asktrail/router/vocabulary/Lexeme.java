package io.asktrail.router.vocabulary;

import io.asktrail.router.language.Cue;
import io.asktrail.router.language.WordKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Words of the question that are looked up together, with all they may mean.
 *
 * @param key what was looked up, after the correction of spelling
 * @param text what was written
 * @param kinds what it is to rules that ask for such words
 * @param filler whether the question means the same without it
 * @param corrected whether the spelling was corrected
 */
public record Lexeme(
        int from,
        int to,
        String text,
        String key,
        List<Meaning> meanings,
        Set<WordKind> kinds,
        boolean filler,
        boolean corrected) {
    public Lexeme {
        meanings = List.copyOf(meanings);
        kinds = Set.copyOf(kinds);
    }

    public boolean is(Cue cue) {
        for (var meaning : meanings) {
            if (meaning instanceof Meaning.CueWord(var own) && own == cue) {
                return true;
            }
        }
        return false;
    }

    public boolean is(WordKind kind) {
        return kinds.contains(kind);
    }

    public <M extends Meaning> Optional<M> as(Class<M> kind) {
        return all(kind).findFirst();
    }

    public <M extends Meaning> Stream<M> all(Class<M> kind) {
        return meanings.stream().filter(kind::isInstance).map(kind::cast);
    }

    public boolean isInCapitals() {
        return text.chars().allMatch(Character::isUpperCase);
    }

    public boolean isUnknown() {
        return meanings.isEmpty() && !filler;
    }
}
