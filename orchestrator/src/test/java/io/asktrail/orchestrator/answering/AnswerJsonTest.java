package io.asktrail.orchestrator.answering;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.answer.Answer;
import io.asktrail.contracts.answer.CacheUse;
import io.asktrail.contracts.answer.Caveat;
import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.reading.Reading;
import io.asktrail.contracts.result.RuleVerdict;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.registry.Registry;
import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is written once reads as if it had been written anew; the mapper alone says what that is. */
class AnswerJsonTest {
    // As all services read and write.
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS, DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .build();
    private static final Registry REGISTRY = RegistryLoader.load(RegistryLocation.bundled("demo"));
    private static final Caller ASHA = new Caller("asha", List.of(Role.ANALYST), List.of("*"), List.of(), List.of());
    private static final Answer DELHI = read("Delhi", "1440240.860");
    private static final Answer GOA = read("Goa", "0.10");

    private final AnswerJson json = new AnswerJson(MAPPER);

    @Test
    void writesEveryAnswerThatIsMadeOfAResultAsTheMapperDoes() {
        // Given
        var result = workedOut(DELHI);

        // When, Then
        for (var use : List.of(CacheUse.MISS, CacheUse.HIT, CacheUse.JOINED, CacheUse.HIT, CacheUse.HIT)) {
            for (var id : List.of("ans_1", "ans_2")) {
                var answer = answer(id, result, use, null, List.of());
                assertThat(json.write(answer)).isEqualTo(MAPPER.writeValueAsString(answer));
            }
        }
    }

    @Test
    void writesOfTwoResultsEachItsOwnParts() {
        // Given
        var delhi = workedOut(DELHI);
        var goa = workedOut(GOA);

        // When, Then
        for (var i = 0; i < 3; i++) {
            var ofDelhi = answer("ans_" + i, delhi, CacheUse.HIT, null, List.of());
            var ofGoa = answer("ans_" + i, goa, CacheUse.HIT, null, List.of());
            assertThat(json.write(ofDelhi))
                    .isEqualTo(MAPPER.writeValueAsString(ofDelhi))
                    .contains("1440240.860")
                    .doesNotContain("Ads of Goa");
            assertThat(json.write(ofGoa))
                    .isEqualTo(MAPPER.writeValueAsString(ofGoa))
                    .contains("0.10")
                    .doesNotContain("Ads of Delhi");
        }
    }

    @Test
    void writesTheVerdictsOnTheWordsOfEachQuestion() {
        // Given
        var result = workedOut(DELHI);
        var task = Objects.requireNonNull(DELHI.task());

        for (var rule : List.of("question.size", "question.injection", "question.size")) {
            var reading = new Reading.Understood(
                    task, new BigDecimal("0.90"), List.of(), List.of("Taken for " + rule), Reading.By.RULES);

            // When
            var answer = answer("ans_1", result, CacheUse.HIT, reading, List.of(new RuleVerdict(rule, true, null)));

            // Then
            assertThat(json.write(answer))
                    .isEqualTo(MAPPER.writeValueAsString(answer))
                    .contains("{\"rule\":\"" + rule + "\",\"passed\":true},{\"rule\":\"task.access\"");
        }
    }

    @Test
    void writesWhatIsSaidBesideAFileToo() {
        // Given one that was written before
        var answer = answer("ans_1", workedOut(DELHI), CacheUse.HIT, null, List.of());
        json.write(answer);

        // When
        var with = answer.with(null, "There is no file.", List.of(new Caveat("file_missing", "Away.")));

        // Then
        assertThat(json.write(with)).isEqualTo(MAPPER.writeValueAsString(with)).contains("file_missing");
    }

    @Test
    void writesAnAnswerWithoutAnyPart() {
        // Given
        var asked = new AnswerWriter(
                        "ans_1", "con_1", "q", Language.ENGLISH, REGISTRY, REGISTRY.accessOf(ASHA), null, 0)
                .outOfScope(
                        new Reading.OutOfScope("No.", List.of(), BigDecimal.ONE, List.of(), Reading.By.RULES),
                        List.of());

        // When, Then
        assertThat(json.write(asked)).isEqualTo(MAPPER.writeValueAsString(asked));
    }

    private static Answer answer(
            String id, WorkedOut result, CacheUse use, @Nullable Reading reading, List<RuleVerdict> verdicts) {
        TaskSpec task = Objects.requireNonNull(DELHI.task());
        return new AnswerWriter(
                        id, "con_" + id, null, Language.ENGLISH, REGISTRY, REGISTRY.accessOf(ASHA), "trace" + id, 0)
                .worked(result, use, task, reading, verdicts);
    }

    private static WorkedOut workedOut(Answer like) {
        return new WorkedOut(
                like.status(),
                like.text(),
                like.figures(),
                like.table(),
                like.chart(),
                like.method(),
                like.caveats(),
                like.refusal(),
                like.followups(),
                like.plan(),
                like.trail(),
                like.guardrails(),
                like.freshness());
    }

    private static Answer read(String state, String spend) {
        return MAPPER.readValue("""
            {"id":"a","conversation_id":"c","status":"answered","question":null,"text":"In %1$s ₹%2$s “was” spent.",
             "figures":[{"from":13,"to":24,"value":%2$s,"row":0,"column":"spend"}],
             "table":{"columns":[{"id":"geo","label":"State","type":"text"},
                                 {"id":"spend","label":"Ad spend","type":"number","unit":"INR"}],
                      "rows":[["%1$s",%2$s],[null,null]],"totals":[null,%2$s]},
             "chart":{"$schema":"https://vega.github.io/schema/vega-lite/v6.json","width":560,"mark":{"x":8.50},
                      "data":{"values":[{"z":"%1$s","a":%2$s,"flag":true,"none":null}]},"config":{}},
             "insights":[],"method":"Summed up.","assumptions":[],"caveats":[{"code":"provisional","text":"Of %1$s."}],
             "refusal":null,"clarification":null,"reading":null,
             "followups":[{"intent":"analytics.query","metrics":["spend"],"entities":{"geo":["%1$s"]},
              "time":{"start":"2025-10-01","end":"2025-10-31","tz":"Asia/Kolkata"}}],
             "task":{"intent":"analytics.query","metrics":["spend"],"entities":{"geo":["Delhi"]},
                     "time":{"start":"2025-10-01","end":"2025-10-31","tz":"Asia/Kolkata"},
                     "filters":[{"field":"acos","op":">","value":0.40}]},
             "plan":{"steps":[{"id":"ads1","tool":"amazon_ads_api.get_campaign_metrics","inputs":{"metrics":["spend"],
                      "date_range":"2025-10-01..2025-10-31","tz":"Asia/Kolkata","entities":{"geo":["%1$s"]}}}],
                     "outputs":{"table":"ads1","narrative":true}},
             "trail":[{"step":"ads1","agent":"agent-ads","tool":"amazon_ads_api.get_campaign_metrics",
                       "query":"select\\n '%1$s'","rows":1,"ms":320,"attempts":1,"cache":"miss",
                       "verdicts":[{"rule":"query.one_select","passed":true}]}],
             "scratchpad":[],"guardrails":[{"rule":"task.access","passed":true}],
             "freshness":[{"source":"Ads of %1$s","covered_from":"2023-11-16","covered_to":"2025-11-15",
                           "loaded_at":"2026-11-29T07:24:14.647623Z","provisional_from":"2025-11-14"}],
             "policies":[],"cost":{"model_calls":0,"tokens":0,"money":0},"cache":"miss","registry_version":"v",
             "trace_id":null,"took_ms":1}
            """.formatted(state, spend), Answer.class);
    }
}
