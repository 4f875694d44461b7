package io.asktrail.router.verified;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.asktrail.model.EmbeddingSettings;
import io.asktrail.model.OpenAiEmbeddings;
import io.asktrail.router.neighbour.EmbeddingUnavailable;
import io.asktrail.router.neighbour.ModelEmbedding;
import io.asktrail.testkit.model.EmbeddingServer;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An embedding model over HTTP, good and bad, behind verified questions. */
class ModelEmbeddingTest {
    private EmbeddingServer server;
    private ModelEmbedding embedding;

    @BeforeEach
    void begin() throws IOException {
        server = new EmbeddingServer();
        var settings =
                new EmbeddingSettings(server.url(), "key", "letters", Duration.ofSeconds(20), Duration.ofHours(1));
        embedding = new ModelEmbedding(
                settings.name(), () -> OpenAiEmbeddings.of(settings), settings.timeout(), settings.rest());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void itsVectorsHaveLengthOneAndTheOrderOfThePhrases() {
        // When: two a's and one b
        var vectors = embedding.embed(List.of("aab", "zz"));

        // Then: 2 and 1 over the square root of 5
        assertThat(vectors.getFirst()[0]).isCloseTo(0.8944f, within(1e-3f));
        assertThat(vectors.getFirst()[1]).isCloseTo(0.4472f, within(1e-3f));
        assertThat(vectors.getLast()[25]).isCloseTo(1f, within(1e-6f));
    }

    @Test
    void asksInBatches() {
        // When
        var vectors = embedding.embed(Collections.nCopies(300, "a"));

        // Then
        assertThat(vectors).hasSize(300);
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void findsVerifiedQuestionsByIt() {
        // Given
        var world = new VerifiedWorld(embedding);

        // Then
        assertThat(world.understood("is SB pulling its weight last month").reader())
                .isEqualTo("pull_of_a_channel");
        assertThat(world.read("is SB not pulling its weight last month")).isEmpty();
        assertThat(server.requests()).isNotEmpty();
    }

    @Test
    void sendsNoNamesDaysNumbersAndNothingPersonal() {
        // Given
        var world = new VerifiedWorld(embedding);

        // When
        world.read("how is New Delhi treating asha.rao@example.com 7 times since 5 July");

        // Then
        assertThat(server.requests().getLast().toString())
                .doesNotContainIgnoringCase("delhi")
                .doesNotContainIgnoringCase("asha")
                .doesNotContainIgnoringCase("july")
                .doesNotContain("7");
    }

    @Test
    void isLeftAloneAfterFailingAgainAndAgain() {
        // Given
        server.answersWith(500);

        // When
        for (var n = 0; n < 5; n++) {
            assertThatThrownBy(() -> embedding.embed("a")).isInstanceOf(EmbeddingUnavailable.class);
        }

        // Then
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void takesNoReplyThatLacksAVector() {
        // Given
        server.losesOne();

        // Then
        assertThatThrownBy(() -> embedding.embed(List.of("a", "b"))).isInstanceOf(EmbeddingUnavailable.class);
    }
}
