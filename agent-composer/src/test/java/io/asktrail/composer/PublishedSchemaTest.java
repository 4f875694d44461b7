package io.asktrail.composer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.asktrail.composer.AnyAnswer.Form;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every chart is valid by the JSON schema that Vega-Lite publishes in its package. The file is fetched, not kept: it is
 * somebody else's. Without npm there is nothing to check against.
 */
@Tag("full")
class PublishedSchemaTest {
    private static final String PACKAGE = "vega-lite@6.4.3";
    private static final int ROUNDS = 12;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static Schema schema;

    @BeforeAll
    static void fetch(@TempDir Path folder) throws Exception {
        assumeTrue(isThere("npm"), "npm is not on this machine");
        var npm = new ProcessBuilder(
                        "npm",
                        "install",
                        "--prefix",
                        folder.toString(),
                        "--ignore-scripts",
                        "--no-save",
                        "--legacy-peer-deps",
                        "--no-audit",
                        "--no-fund",
                        PACKAGE)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("npm.log").toFile())
                .start();
        assumeTrue(npm.waitFor(2, TimeUnit.MINUTES) && npm.exitValue() == 0, "npm cannot fetch " + PACKAGE);
        var file = folder.resolve("node_modules/vega-lite/build/vega-lite-schema.json");
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(Files.readString(file), InputFormat.JSON);
    }

    private static boolean isThere(String program) {
        try {
            return new ProcessBuilder(program, "--version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void chartsOfEveryFormAreValid() {
        var drawn = new EnumMap<Form, Integer>(Form.class);
        var answers = new AnyAnswer(20_251);
        for (var form : Form.values()) {
            for (var round = 0; round < ROUNDS; round++) {
                // Given
                var chart = answers.of(form).draft().chart();
                if (chart == null) {
                    continue;
                }
                drawn.merge(form, 1, Integer::sum);

                // When
                var json = JSON.writeValueAsString(chart);
                var errors = schema.validate(json, InputFormat.JSON);

                // Then
                assertThat(errors).as(form + ": " + json).isEmpty();
            }
        }
        assertThat(drawn).hasSize(Form.values().length);
    }

    @Test
    void whatVegaLiteDoesNotKnowIsNotValid() {
        // Given: the check itself can fail
        var spec = Map.of(
                "$schema",
                "https://vega.github.io/schema/vega-lite/v6.json",
                "data",
                Map.of("values", java.util.List.of()),
                "mark",
                "staircase",
                "encoding",
                Map.of());

        // Then
        assertThat(schema.validate(JSON.writeValueAsString(spec), InputFormat.JSON))
                .isNotEmpty();
    }
}
