package io.asktrail.router;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.asktrail.contracts.agent.RouterAgent;
import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.reading.Reading;
import io.asktrail.router.vocabulary.Vocabulary;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rules made of a question, kept for when it comes again. The rules look at nothing but the question with its day
 * and its conversation, the vocabulary, the language of the answer, and what the caller may see: all of these are the
 * key. A new vocabulary, be it for a new registry or for fresh values, ends all that was kept under the one before.
 */
final class RepeatedQuestions implements RouterAgent {
    private static final int KEPT = 2_000;
    private static final Duration FOR = Duration.ofMinutes(10);

    private final VocabularyStore vocabulary;
    private final RuleRouter rules;
    private volatile @Nullable Readings readings;

    RepeatedQuestions(VocabularyStore vocabulary, RuleRouter rules) {
        this.vocabulary = vocabulary;
        this.rules = rules;
    }

    /** All that the caller's access is worked out from, and all that the rules are given beside the vocabulary. */
    private record Asked(
            List<Role> roles,
            List<String> regions,
            List<String> teams,
            List<String> scope,
            Language language,
            Question question) {
        static Asked of(CallContext call, Question question) {
            var caller = call.caller();
            return new Asked(
                    caller.roles(), caller.regions(), caller.teams(), caller.scope(), call.language(), question);
        }
    }

    /** Under one vocabulary, which is told by identity: two that are equal in name may hold other values. */
    private record Readings(Vocabulary vocabulary, Cache<Asked, Reading> kept) {
        Readings(Vocabulary vocabulary) {
            this(
                    vocabulary,
                    Caffeine.newBuilder()
                            .maximumSize(KEPT)
                            .expireAfterAccess(FOR)
                            .build());
        }
    }

    @Override
    public Reading interpret(CallContext call, Question question) {
        var now = vocabulary.get();
        return under(now).kept().get(Asked.of(call, question), _ -> rules.read(now, call, question));
    }

    private Readings under(Vocabulary now) {
        var current = readings;
        if (current == null || current.vocabulary() != now) {
            current = new Readings(now);
            readings = current;
        }
        return current;
    }
}
