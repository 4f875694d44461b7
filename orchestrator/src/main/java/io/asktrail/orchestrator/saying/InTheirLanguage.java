package io.asktrail.orchestrator.saying;

import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.registry.wording.FailureWords;
import java.util.function.Supplier;

/** Work that fails in the language of whoever waits for it: whoever fails on the way tells it in English. */
public final class InTheirLanguage {
    private InTheirLanguage() {}

    /** The work, with its failure told in the language. */
    public static <T> T told(Language language, Supplier<T> work) {
        try {
            return work.get();
        } catch (SuiteException failure) {
            var words = FailureWords.of(failure, language);
            throw words.equals(failure.forCaller())
                    ? failure
                    : new SuiteException(
                            failure.code(), words, failure, failure.retryAfter().orElse(null));
        }
    }
}
