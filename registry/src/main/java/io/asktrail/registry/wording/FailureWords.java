package io.asktrail.registry.wording;

import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;

/**
 * Failures in the language of whoever reads of them. Who fails tells it in English and for all languages at once, since
 * results are shared; by its code it is told in another, without the names and numbers of the moment.
 */
public final class FailureWords {
    private FailureWords() {}

    /** What it says, where it says that by itself; else by its code. */
    public static String of(SuiteException failure, Language language) {
        return failure instanceof SaidException said
                ? said.in(language)
                : of(failure.code(), failure.forCaller(), language);
    }

    /** The reason as it came, in English or where a language has no sentence for its code. */
    public static String of(ErrorCode code, String reason, Language language) {
        return switch (language) {
            case ENGLISH -> reason;
            case HINDI ->
                Sentences.of(FailureWords.class, language).find(code.name()).orElse(reason);
        };
    }
}
