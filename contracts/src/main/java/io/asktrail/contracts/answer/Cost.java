package io.asktrail.contracts.answer;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;

/** What language models cost for this answer; nothing, if the rules did it. */
public record Cost(@JsonProperty("model_calls") int modelCalls, long tokens, BigDecimal money) {
    public static final Cost NONE = new Cost(0, 0, BigDecimal.ZERO);

    public Cost plus(Cost more) {
        return new Cost(modelCalls + more.modelCalls, tokens + more.tokens, money.add(more.money));
    }
}
