package io.asktrail.orchestrator.tools;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.plan.Step;
import io.asktrail.registry.Registry;
import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import io.asktrail.registry.policy.Access;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class StepKeyTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Registry REGISTRY = RegistryLoader.load(RegistryLocation.bundled("demo"));
    private static final Access DELHI = access(Role.ANALYST, "Delhi");

    @Test
    void isEqualForEqualStepsUnderEqualRights() {
        // When, Then: another person and another id in the plan change nothing of what is seen
        assertThat(key(step("ads1", "spend"), DELHI, "d1"))
                .isEqualTo(key(step("ads7", "spend"), access(Role.ANALYST, "Delhi"), "d1"));
    }

    @Test
    void differsInEverythingAResultDependsOn() {
        // Given
        var otherRegistry = new Registry(
                "another version",
                REGISTRY.metrics(),
                REGISTRY.dimensions(),
                REGISTRY.tables(),
                REGISTRY.tools(),
                REGISTRY.templates(),
                REGISTRY.policies(),
                REGISTRY.calendar());

        // When
        var keys = List.of(
                key(step("ads1", "spend"), DELHI, "d1"),
                key(step("ads1", "clicks"), DELHI, "d1"),
                key(
                        JSON.readValue(
                                text("ads1", "spend").replace("get_campaign_metrics", "get_product_metrics"),
                                Step.class),
                        DELHI,
                        "d1"),
                key(step("ads1", "spend"), access(Role.ANALYST, "Kerala"), "d1"),
                key(step("ads1", "spend"), access(Role.ANALYST, "Delhi", "Kerala"), "d1"),
                key(step("ads1", "spend"), access(Role.ANALYST, "*"), "d1"),
                key(step("ads1", "spend"), new Access(DELHI.metrics(), Set.of(), DELHI.regions(), false), "d1"),
                key(step("ads1", "spend"), new Access(Set.of(), DELHI.dimensions(), DELHI.regions(), false), "d1"),
                key(step("ads1", "spend"), personal(DELHI), "d1"),
                key(step("ads1", "spend"), masked(DELHI), "d1"),
                key(step("ads1", "spend"), DELHI, "d2"),
                StepKey.of(step("ads1", "spend"), otherRegistry, DELHI, "d1", JSON));

        // Then
        assertThat(keys).doesNotHaveDuplicates();
    }

    // By hand: the length of each part, a colon, the part; of the tool and of the inputs.
    @Test
    void isTheHashOfItsPartsEachToldWithItsLength() throws Exception {
        // Given
        var step = step("ads1", "spend");
        var tool = "amazon_ads_api.get_campaign_metrics";
        var inputs = JSON.writeValueAsString(step.inputs());
        var bytes = "%d:%s%d:%s"
                .formatted(tool.length(), tool, inputs.length(), inputs)
                .getBytes(StandardCharsets.UTF_8);

        // When
        var content = StepKey.contentOf(step, JSON);

        // Then
        assertThat(content)
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
    }

    private static StepKey key(Step step, Access access, String data) {
        return StepKey.of(step, REGISTRY, access, data, JSON);
    }

    private static Step step(String id, String metric) {
        return JSON.readValue(text(id, metric), Step.class);
    }

    private static String text(String id, String metric) {
        return """
            {"id":"%s","tool":"amazon_ads_api.get_campaign_metrics","inputs":{"metrics":["%s"],
             "date_range":"2025-10-01..2025-10-02","tz":"Asia/Kolkata"}}\
            """.formatted(id, metric);
    }

    private static Access access(Role role, String... regions) {
        return REGISTRY.accessOf(
                new Caller("somebody" + regions.length, List.of(role), List.of(regions), List.of(), List.of()));
    }

    private static Access personal(Access access) {
        return new Access(
                access.metrics(), access.dimensions(), access.regions(), access.allRegions(), true, access.masked());
    }

    private static Access masked(Access access) {
        return new Access(
                access.metrics(),
                access.dimensions(),
                access.regions(),
                access.allRegions(),
                access.personalData(),
                Set.of(access.dimensions().iterator().next()));
    }
}
