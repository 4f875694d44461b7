package io.asktrail.guardrails;

import io.asktrail.contracts.ask.Language;
import io.asktrail.registry.wording.Said;
import io.asktrail.registry.wording.Wording;
import java.util.Optional;

/**
 * A rule that a question by itself can break, so that its objection is told to whoever asked, in their language. What
 * only the maker of a plan or a statement can break is told in English, in the trail and to that maker.
 */
public interface WordedRule<T> extends Rule<T> {
    /** Why the thing may not pass, if it is for what was asked for. */
    Optional<Said> said(T thing);

    @Override
    default Optional<String> objection(T thing) {
        return said(thing).map(inEnglish(thing)::of);
    }

    /** How the objection is written in the trail. */
    default Wording inEnglish(T thing) {
        return Wording.withoutNames(Language.ENGLISH);
    }
}
