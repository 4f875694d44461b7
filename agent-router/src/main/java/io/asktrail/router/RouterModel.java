package io.asktrail.router;

import io.asktrail.model.ModelSettings;
import io.asktrail.router.model.DailyLimits;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The model that may be asked where the rules leave words over.
 *
 * @param model off unless it has an address
 * @param daily what each caller may spend in a day
 */
@ConfigurationProperties("asktrail.router")
record RouterModel(
        @DefaultValue ModelSettings model, @DefaultValue Daily daily) {
    /**
     * @param tokens of requests and replies together
     * @param money in the currency of the model's prices; null for no limit of its own
     */
    record Daily(
            @DefaultValue("200000") long tokens, @Nullable BigDecimal money) {
        Daily {
            if (tokens < 0 || (money != null && money.signum() < 0)) {
                throw new IllegalArgumentException("asktrail.router.daily: tokens and money are not less than 0");
            }
        }

        DailyLimits limits() {
            return new DailyLimits(tokens, money);
        }
    }
}
