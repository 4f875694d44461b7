package io.asktrail.orchestrator.asking;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many questions are let in.
 *
 * @param places questions that this process works on at once, with their callers waiting, at most
 * @param patience how long one more waits for a place
 * @param processorWait there are fewer places while work that is ready to run waits longer for a processor
 */
@ConfigurationProperties("asktrail.orchestrator.door")
record DoorProperties(
        @DefaultValue("64") int places,
        @DefaultValue("5ms") Duration patience,
        @DefaultValue("10ms") Duration processorWait) {}
