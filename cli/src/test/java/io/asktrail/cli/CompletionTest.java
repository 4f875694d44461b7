package io.asktrail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionTest {
    @TempDir
    private Path home;

    /** What a real bash offers for a line that is being typed. */
    private List<String> offered(String... words) throws Exception {
        var script = Files.writeString(
                home.resolve("completion"),
                Run.of(home, Map.of(), "completion", "bash").out());
        var line = """
                source '%s'
                compopt() { :; }
                COMP_WORDS=(%s); COMP_CWORD=%d
                _complete_asktrail
                printf '%%s\\n' "${COMPREPLY[@]}"
                """.formatted(script, String.join(" ", words), words.length - 1);
        var bash =
                new ProcessBuilder("bash", "-c", line).redirectErrorStream(true).start();
        var text = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return text.lines().map(String::strip).filter(word -> !word.isEmpty()).toList();
    }

    @Test
    void completesCommandsAndTheirOptions() throws Exception {
        assertThat(offered("asktrail", "''"))
                .contains("ask", "export", "up", "down", "status", "token", "open", "completion");
        assertThat(offered("asktrail", "ask", "--no")).containsExactly("--no-chart");
        assertThat(offered("asktrail", "up", "--s")).containsExactly("--split");
    }

    @Test
    void servesTheTwoShells() {
        assertThat(Run.of(home, Map.of(), "completion", "zsh").out()).contains("ZSH_VERSION", "bashcompinit");
        var other = Run.of(home, Map.of(), "completion", "fish");
        assertThat(other.exitCode()).isEqualTo(2);
        assertThat(other.err()).contains("bash or zsh");
    }
}
