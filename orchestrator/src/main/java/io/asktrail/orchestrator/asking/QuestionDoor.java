package io.asktrail.orchestrator.asking;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.asktrail.contracts.ask.AskRequest;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.guardrails.Judgement;
import io.asktrail.guardrails.question.QuestionGuard;
import io.asktrail.orchestrator.answering.Ids;
import java.util.Objects;
import java.util.regex.Pattern;

/** The first door: what is no question at all is an error of the request, what is suspicious is refused. */
final class QuestionDoor {
    /** Longer than anybody's question, short enough to be read in a millisecond. */
    public static final int MAX_CHARACTERS = 4_000;

    private static final Pattern CONVERSATION = Pattern.compile("[A-Za-z0-9_-]{1,128}");

    private static final int KEPT = 2_000;

    private final QuestionGuard guard;
    // The rules look at the words and at nothing else: equal words, equal verdicts.
    private final Cache<String, Judgement> reviewed =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    QuestionDoor(QuestionGuard guard) {
        this.guard = guard;
    }

    WellFormed wellFormed(AskRequest request) {
        var text = Objects.requireNonNullElse(request.question(), "").strip();
        if (text.isEmpty()) {
            throw new SuiteException(
                    ErrorCode.EMPTY_QUESTION, "The question is empty: write e.g. \"net sales by state last month\".");
        }
        if (text.length() > MAX_CHARACTERS) {
            throw new SuiteException(
                    ErrorCode.TOO_LARGE,
                    "The question has %d characters: ask in at most %d.".formatted(text.length(), MAX_CHARACTERS));
        }
        if (text.indexOf('\0') >= 0) {
            throw new SuiteException(ErrorCode.MALFORMED_REQUEST, "The question holds a NUL character: leave it out.");
        }
        return new WellFormed(text, conversation(request), request.conversationId() == null);
    }

    private static String conversation(AskRequest request) {
        if (request.conversationId() == null) {
            return Ids.conversation();
        }
        if (!CONVERSATION.matcher(request.conversationId()).matches()) {
            throw new SuiteException(
                    ErrorCode.MALFORMED_REQUEST,
                    "conversation_id may have up to 128 letters, digits, _ and -; a UUID is fine.");
        }
        return request.conversationId();
    }

    Judgement review(String text) {
        return reviewed.get(text, guard::judge);
    }
}
