package io.asktrail.router;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How verified questions are found.
 *
 * @param threshold the least similarity, 0 to 1, of a wording that is held against a question word by word
 */
@ConfigurationProperties("asktrail.router.verified")
record VerifiedProperties(@DefaultValue("0.5") double threshold) {
    VerifiedProperties {
        if (threshold < 0 || threshold > 1) {
            throw new IllegalArgumentException("asktrail.router.verified.threshold is between 0 and 1");
        }
    }
}
