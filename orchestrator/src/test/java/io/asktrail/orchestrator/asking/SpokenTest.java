package io.asktrail.orchestrator.asking;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.ask.AskRequest;
import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Deadline;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SpokenTest {
    private static final CallContext CALL = new CallContext(
            new Caller("asha", List.of(), List.of("*"), List.of(), List.of()),
            new Deadline(Instant.parse("2030-01-01T00:00:00Z")),
            "key");

    @Test
    void isTheLanguageThatWasWishedForElseThatOfTheQuestion() {
        assertThat(Spoken.of(CALL, asked("पिछले महीने की बिक्री", null)).language())
                .isEqualTo(Language.HINDI);
        assertThat(Spoken.of(CALL, asked("sales last month", null)).language()).isEqualTo(Language.ENGLISH);
        assertThat(Spoken.of(CALL, asked("sales last month", Language.HINDI)).language())
                .isEqualTo(Language.HINDI);
    }

    private static AskRequest asked(String question, @Nullable Language language) {
        return new AskRequest(question, null, null, null, null, language);
    }
}
