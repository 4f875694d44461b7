package io.asktrail.registry.wording;

import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.registry.Registry;
import org.jspecify.annotations.Nullable;

/** A failure by what it says: in English for whoever knows no language, and in that of the call for whoever does. */
public final class SaidException extends SuiteException {
    private final transient Said said;
    private final transient @Nullable Registry registry;

    /** Of a sentence in which no metric and no dimension is named. */
    public SaidException(ErrorCode code, Said said) {
        this(code, said, null);
    }

    /** @param registry whose labels stand in the sentence; null where it names neither metrics nor dimensions */
    public SaidException(ErrorCode code, Said said, @Nullable Registry registry) {
        super(code, new Wording(registry, Language.ENGLISH).of(said));
        this.said = said;
        this.registry = registry;
    }

    /** What it says in the words of a language. */
    public String in(Language language) {
        return new Wording(registry, language).of(said);
    }
}
