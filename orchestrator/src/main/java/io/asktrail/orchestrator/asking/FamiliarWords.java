package io.asktrail.orchestrator.asking;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.asktrail.contracts.reading.Reading;
import java.time.Duration;

/**
 * Questions that the rules read lately, at the beginning of a conversation. The router keeps what the rules made of words
 * for a while, so that reading these again is hardly work. It is a guess, and no harm if it is wrong: then the rules read
 * them once more, which takes a fraction of a millisecond.
 */
final class FamiliarWords {
    private static final int KEPT = 2_000;
    /** Half as long as the router keeps them. */
    private static final Duration FOR = Duration.ofMinutes(5);

    private final Cache<String, Boolean> read =
            Caffeine.newBuilder().maximumSize(KEPT).expireAfterWrite(FOR).build();

    boolean has(WellFormed question) {
        return question.begins() && read.getIfPresent(question.text()) != null;
    }

    /** They were read just now. What the rules alone did not understand goes on to others, and that is work each time. */
    void were(WellFormed question, Reading reading) {
        if (question.begins()
                && reading instanceof Reading.Understood understood
                && understood.by() == Reading.By.RULES) {
            read.put(question.text(), true);
        }
    }
}
