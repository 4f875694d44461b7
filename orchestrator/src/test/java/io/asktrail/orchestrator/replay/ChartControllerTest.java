package io.asktrail.orchestrator.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asktrail.contracts.answer.Answer;
import io.asktrail.contracts.answer.PictureFormat;
import io.asktrail.contracts.answer.PictureSize;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Deadline;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.orchestrator.answering.AnswerStore;
import io.asktrail.orchestrator.answering.RightsPrints;
import io.asktrail.orchestrator.answering.SilentComposer;
import io.asktrail.orchestrator.state.TestState;
import io.asktrail.registry.Registry;
import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ChartControllerTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Registry DEMO = RegistryLoader.load(RegistryLocation.bundled("demo"));
    private static final AnswerStore ANSWERS =
            new AnswerStore(TestState.of("charts", 2), JSON, new RightsPrints(() -> DEMO));
    private static final Caller ASHA = new Caller("asha", List.of(Role.ANALYST), List.of("*"), List.of(), List.of());
    private static final Caller RAVI = new Caller("ravi", List.of(Role.ANALYST), List.of("*"), List.of(), List.of());
    private static final String CHART = "{\"$schema\":\"https://vega.github.io/schema/vega-lite/v6.json\"}";

    private final Painter painter = new Painter();
    private final ChartController controller = new ChartController(ANSWERS, painter);

    @Test
    void givesTheOwnerThePictureAndANameToAskForItAgain() {
        // Given
        var id = kept(CHART);

        // When
        var reply = controller.svg(by(ASHA), id, 640, 400, null);

        // Then
        assertThat(reply.getBody()).containsExactly(1, 2, 3);
        assertThat(reply.getHeaders().getContentType()).hasToString("image/svg+xml");
        assertThat(reply.getHeaders().getCacheControl()).isEqualTo("max-age=86400, private");
        assertThat(reply.getHeaders().getETag()).startsWith("\"").endsWith("\"");
        assertThat(reply.getHeaders().getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(reply.getHeaders().getFirst("Content-Security-Policy")).contains("default-src 'none'", "sandbox");
        assertThat(painter.drawn)
                .singleElement()
                .satisfies(request -> assertThat(request.format()).isEqualTo(PictureFormat.SVG))
                .satisfies(request -> assertThat(request.size()).isEqualTo(new PictureSize(640, 400, 1)));
    }

    @Test
    void drawsNothingForAReaderWhoHasThePicture() {
        // Given
        var id = kept(CHART);
        var tag = controller.png(by(ASHA), id, 800, null, 2, null).getHeaders().getETag();

        // When
        var again = controller.png(by(ASHA), id, 800, null, 2, "\"other\", " + tag);
        var larger = controller.png(by(ASHA), id, 900, null, 2, tag);

        // Then
        assertThat(again.getStatusCode().value()).isEqualTo(304);
        assertThat(again.getBody()).isNull();
        assertThat(again.getHeaders().getETag()).isEqualTo(tag);
        assertThat(larger.getStatusCode().value()).isEqualTo(200);
        assertThat(painter.drawn).hasSize(2);
    }

    @Test
    void tellsNobodyElseThatThereIsSuchAnAnswerEvenIfHeKnowsItsTag() {
        // Given
        var id = kept(CHART);
        var tag = controller.svg(by(ASHA), id, 800, null, null).getHeaders().getETag();

        // Then
        assertFails(() -> controller.svg(by(RAVI), id, 800, null, tag), ErrorCode.UNKNOWN_ID, "no answer with this id");
    }

    @Test
    void saysThatAnAnswerHasNoChart() {
        var id = kept("null");

        assertFails(() -> controller.png(by(ASHA), id, 800, null, 1, null), ErrorCode.UNKNOWN_ID, "no chart");
    }

    @Test
    void saysWhichSizesThereAre() {
        var id = kept(CHART);

        assertFails(
                () -> controller.png(by(ASHA), id, 5000, null, 1, null),
                ErrorCode.MALFORMED_REQUEST,
                "width is 5000: give a whole number from 320 to 1600.");
        assertThat(painter.drawn).isEmpty();
    }

    private static void assertFails(ThrowingCallable call, ErrorCode code, String words) {
        assertThatThrownBy(call).isInstanceOfSatisfying(SuiteException.class, failure -> {
            assertThat(failure.code()).isEqualTo(code);
            assertThat(failure.forCaller()).contains(words);
        });
    }

    private static String kept(@Nullable String chart) {
        var id = UUID.randomUUID().toString();
        ANSWERS.keep(ASHA, JSON.readValue("""
                {"id":"%s","conversation_id":"c1","status":"answered","text":"5","figures":[],"insights":[],
                 "chart":%s,"assumptions":[],"caveats":[],"followups":[],"trail":[],"scratchpad":[],"guardrails":[],
                 "freshness":[],"policies":[],"cost":{"model_calls":0,"tokens":0,"money":0},"cache":"miss",
                 "registry_version":"1","took_ms":1}""".formatted(id, chart), Answer.class));
        return id;
    }

    private static CallContext by(Caller caller) {
        return new CallContext(caller, new Deadline(Instant.now().plusSeconds(60)), "key");
    }

    private static final class Painter extends SilentComposer {
        private final List<DrawRequest> drawn = new ArrayList<>();

        @Override
        public Drawn draw(CallContext call, DrawRequest request) {
            drawn.add(request);
            return new Drawn(new byte[] {1, 2, 3});
        }
    }
}
