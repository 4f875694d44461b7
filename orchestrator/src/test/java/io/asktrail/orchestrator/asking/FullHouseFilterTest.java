package io.asktrail.orchestrator.asking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

class FullHouseFilterTest {
    private static final Duration LONG = Duration.ofMinutes(10);

    private final Admission admission = new Admission(1, LONG, LONG);
    private final FullHouseFilter filter = new FullHouseFilter(admission);

    @AfterEach
    void close() {
        admission.close();
    }

    @Test
    void letsQuestionsThroughWhileThereIsRoomToWait() throws Exception {
        assertThat(passes("POST", "/v1/ask")).isTrue();
        admission.enter();
        assertThat(passes("POST", "/v1/ask")).isTrue();
    }

    @Test
    void sendsQuestionsAwayBeforeAnythingIsSpentOnThemWhileTooManyWait() throws Exception {
        // Given
        try (var waiting = Executors.newVirtualThreadPerTaskExecutor()) {
            admission.enter();
            for (var i = 0; i < 8 * Runtime.getRuntime().availableProcessors(); i++) {
                waiting.submit(admission::enter);
            }
            while (!admission.sendsAway()) {
                Thread.onSpinWait();
            }

            // When
            var reply = new MockHttpServletResponse();
            filter.doFilter(request("POST", "/v1/query"), reply, new MockFilterChain());

            // Then
            assertThat(reply.getStatus()).isEqualTo(429);
            assertThat(reply.getHeader("Retry-After")).isEqualTo("1");
            assertThat(reply.getContentType()).isEqualTo("application/problem+json");
            var problem = JsonMapper.shared().readTree(reply.getContentAsByteArray());
            assertThat(problem.get("code").asString()).isEqualTo("RATE_LIMITED");
            assertThat(problem.get("detail").asString()).contains("Ask again in a second");
            assertThat(problem.get("trace_id").asString()).isEqualTo(reply.getHeader("X-Request-Id"));

            // And what costs little goes on
            assertThat(passes("GET", "/v1/metrics")).isTrue();
            assertThat(passes("POST", "/orchestrator/v1/ask")).isFalse();
            waiting.shutdownNow();
        }
    }

    private boolean passes(String method, String path) throws Exception {
        var chain = new MockFilterChain();
        filter.doFilter(request(method, path), new MockHttpServletResponse(), chain);
        return chain.getRequest() != null;
    }

    private static MockHttpServletRequest request(String method, String path) {
        return new MockHttpServletRequest(method, path);
    }
}
