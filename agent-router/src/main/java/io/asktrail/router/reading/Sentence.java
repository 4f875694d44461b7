package io.asktrail.router.reading;

import io.asktrail.contracts.reading.Span;
import io.asktrail.registry.Registry;
import io.asktrail.router.vocabulary.AdSide;
import io.asktrail.router.vocabulary.MemberKinds;
import io.asktrail.router.vocabulary.Vocabulary;
import io.asktrail.router.vocabulary.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words of a question, and which of them have been made use of, as what. */
public final class Sentence {
    private final Words words;
    private final Vocabulary vocabulary;
    private final LocalDate today;
    private final @Nullable Claim[] claims;

    private record Claim(String role, String id, int group) {}

    public Sentence(Words words, Vocabulary vocabulary, LocalDate today) {
        this.words = words;
        this.vocabulary = vocabulary;
        this.today = today;
        claims = new Claim[words.size()];
    }

    public Words words() {
        return words;
    }

    public Registry registry() {
        return vocabulary.registry();
    }

    public AdSide ads() {
        return vocabulary.ads();
    }

    public MemberKinds kinds() {
        return vocabulary.kinds();
    }

    public LocalDate today() {
        return today;
    }

    public int size() {
        return words.size();
    }

    public boolean isFree(int i) {
        return words.has(i) && claims[i] == null;
    }

    public boolean isFree(int from, int to) {
        for (var i = from; i < to; i++) {
            if (!isFree(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a lexeme was made use of in a role, such as "filter". */
    public boolean isUsedAs(int i, String role) {
        var claim = words.has(i) ? claims[i] : null;
        return claim != null && claim.role.equals(role);
    }

    /** Makes use of one lexeme. */
    public void claim(int i, String role, String id) {
        claim(i, i + 1, role, id);
    }

    /** Makes use of several lexemes together. */
    public void claim(int from, int to, String role, String id) {
        for (var i = from; i < to; i++) {
            claims[i] = new Claim(role, id, from);
        }
    }

    /** What was used, in the order of the question. */
    public List<Span> spans() {
        var spans = new ArrayList<Span>();
        for (var i = 0; i < claims.length; ) {
            var claim = claims[i];
            var end = i + 1;
            while (claim != null && end < claims.length && claim.equals(claims[end])) {
                end++;
            }
            if (claim != null) {
                var from = words.at(i).from();
                var to = words.at(end - 1).to();
                spans.add(new Span(from, to, words.text().substring(from, to), claim.role, claim.id));
            }
            i = end;
        }
        return List.copyOf(spans);
    }
}
