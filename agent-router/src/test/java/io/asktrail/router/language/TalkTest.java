package io.asktrail.router.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TalkTest {
    private static final Map<String, List<String>> CLASSES = Map.of(
            "LEADING",
            List.of("so"),
            "TELLING",
            List.of("only"),
            "REQUEST",
            List.of("fetch"),
            "BOUNDING",
            List.of("by"),
            "ANSWERING",
            List.of("meant"));

    @Test
    void tellsWhatTheClassesSay() {
        var talk = talk(CLASSES);

        assertThat(talk.isLeading("so")).isTrue();
        assertThat(talk.isTelling("only")).isTrue();
        assertThat(talk.isTelling("fetch")).isTrue();
        assertThat(talk.isTelling("so")).isFalse();
        assertThat(talk.isBounding("by")).isTrue();
        assertThat(talk.isAnswering("meant")).isTrue();
        assertThat(talk.isAnswering("by")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"LEADING", "TELLING", "REQUEST", "BOUNDING", "ANSWERING"})
    void refusesToLoadWithoutAClassThatIsAskedFor(String name) {
        var classes = new HashMap<>(CLASSES);
        classes.remove(name);

        assertThatThrownBy(() -> talk(classes))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll(name, "talk-en.yaml");
    }

    private static Talk talk(Map<String, List<String>> words) {
        return Talk.of(List.of(new TalkFile(words, Map.of(), Map.of(), List.of())));
    }
}
