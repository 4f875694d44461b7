package io.asktrail.router.model;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What one caller may spend in a day.
 *
 * @param tokens of requests and replies together
 * @param money in the currency of the model's prices; null for no limit of its own
 */
public record DailyLimits(long tokens, @Nullable BigDecimal money) {}
