package io.asktrail.orchestrator;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param cacheFor how long a result answers equal questions
 * @param cacheEntries how many results are kept
 * @param cacheCells how many cells of steps' results are kept
 * @param partialAnswers whether an answer is given of which a part is missing; else it fails as a whole
 * @param sharedResults whether steps' results are shared between orchestrators through PostgreSQL
 * @param tools how tools are called
 * @param runs how runs are looked after
 * @param door how many questions are let in
 * @param diagnosis what finding out why may cost
 * @param linksOpenFor how long a link to an answer opens it
 * @param exports how files are made and consented to
 */
@Validated
@ConfigurationProperties("asktrail.orchestrator")
record OrchestratorProperties(
        @DefaultValue("60s") Duration cacheFor,
        @DefaultValue("10000") long cacheEntries,
        @DefaultValue("5000000") long cacheCells,
        @DefaultValue("true") boolean partialAnswers,
        @DefaultValue("false") boolean sharedResults,
        @DefaultValue Tools tools,
        @DefaultValue Runs runs,
        @DefaultValue Door door,
        @DefaultValue Diagnosis diagnosis,
        @DefaultValue("30d") Duration linksOpenFor,
        @DefaultValue Exports exports) {

    /**
     * @param longest how long writing a file may take that somebody waits for; the gateway waits no longer either
     * @param openFor how long a request for consent can be decided
     * @param approvedFor how long the file can be had once it is approved
     */
    record Exports(
            @DefaultValue("100s") Duration longest,
            @DefaultValue("7d") Duration openFor,
            @DefaultValue("24h") Duration approvedFor) {}

    /**
     * @param rounds how often a diagnosis may plan again
     * @param steps calls of tools, over all rounds
     * @param time for looking
     * @param reserve what is left of the caller's time for working out and writing
     */
    record Diagnosis(
            @DefaultValue("6") int rounds,
            @DefaultValue("100") int steps,
            @DefaultValue("15s") Duration time,
            @DefaultValue("1s") Duration reserve) {}

    /**
     * @param places questions that this process works on at once, with their callers waiting, at most
     * @param patience how long one more waits for a place
     * @param processorWait there are fewer places while work that is ready to run waits longer for a processor
     */
    record Door(
            @DefaultValue("64") int places,
            @DefaultValue("5ms") Duration patience,
            @DefaultValue("10ms") Duration processorWait) {}

    /**
     * @param lease for how long a run belongs to a process that gives no sign of life
     * @param watchEvery how often leases are renewed and runs without an owner are looked for
     * @param longest for how long a run may go on without its caller
     * @param most runs without their callers that this process works on at once
     */
    record Runs(
            @DefaultValue("8s") Duration lease,
            @DefaultValue("2s") Duration watchEvery,
            @DefaultValue("10m") Duration longest,
            @DefaultValue("32") int most) {}

    /**
     * @param places calls of one tool that this process makes at once
     * @param patience the longest wait for a place
     * @param retryShare repetitions, as a share of the calls
     * @param firstPause bound of the wait before the first repetition; it doubles
     * @param longestPause where the doubling ends
     * @param leftAlone for how long a tool that fails again and again is not called
     */
    record Tools(
            @DefaultValue("32") int places,
            @DefaultValue("60s") Duration patience,
            @DefaultValue("0.1") double retryShare,
            @DefaultValue("100ms") Duration firstPause,
            @DefaultValue("2s") Duration longestPause,
            @DefaultValue("5s") Duration leftAlone) {}
}
