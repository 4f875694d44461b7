package io.asktrail.orchestrator.answering;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param cacheFor how long a result answers equal questions
 * @param cacheEntries how many results are kept
 * @param partialAnswers whether an answer is given of which a part is missing; else it fails as a whole
 */
@ConfigurationProperties("asktrail.orchestrator")
record AnsweringProperties(
        @DefaultValue("60s") Duration cacheFor,
        @DefaultValue("10000") long cacheEntries,
        @DefaultValue("true") boolean partialAnswers) {}
