package io.asktrail.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which model is asked, and what it may cost. Each who asks has settings of their own.
 *
 * @param baseUrl of a service that speaks OpenAI's chat completions; null for no model at all
 * @param apiKey null where the service asks for none
 * @param name of the model, as the service knows it
 * @param timeout for one reply, never longer than the question has left
 * @param maxReplyTokens the longest reply
 * @param maxTokens the most that one task may cost, over all replies
 * @param inputPrice of a million tokens of a request, in the currency that money is reported in
 * @param outputPrice of a million tokens of a reply
 * @param restAfter so many failures in a row, and the model is left alone for {@code rest}
 */
public record ModelSettings(
        @Nullable URI baseUrl,
        @Nullable String apiKey,
        @DefaultValue("") String name,
        @DefaultValue("8s") Duration timeout,
        @DefaultValue("4000") int maxReplyTokens,
        @DefaultValue("30000") long maxTokens,
        @DefaultValue("0") BigDecimal inputPrice,
        @DefaultValue("0") BigDecimal outputPrice,
        @DefaultValue("3") int restAfter,
        @DefaultValue("60s") Duration rest) {
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    public ModelSettings {
        if (baseUrl != null && name.isBlank()) {
            throw new IllegalArgumentException(
                    "a model's base-url is set without its name: set name, as the service calls the model");
        }
        if (timeout.isNegative() || timeout.isZero() || maxReplyTokens < 1 || maxTokens < 1 || restAfter < 1) {
            throw new IllegalArgumentException(
                    "a model's timeout, max-reply-tokens, max-tokens and rest-after are more than 0");
        }
    }

    public boolean isOn() {
        return baseUrl != null;
    }

    /** In the currency of the prices. */
    public BigDecimal priceOf(long inputTokens, long outputTokens) {
        return inputPrice
                .multiply(BigDecimal.valueOf(inputTokens))
                .add(outputPrice.multiply(BigDecimal.valueOf(outputTokens)))
                .divide(MILLION, MathContext.DECIMAL64)
                .stripTrailingZeros();
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "ModelSettings[baseUrl=%s, name=%s, timeout=%s]".formatted(baseUrl, name, timeout);
    }
}
