package io.asktrail.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PostmasterFileTest {
    @Test
    void readsWhatAServerWrites() {
        var lines = List.of("4327", "/data", "1795352276", "45321", "", "127.0.0.1", "  2146332         8", "ready   ");
        assertThat(PostmasterFile.parse(lines)).contains(new PostmasterFile(4327, 45321, "ready"));
    }

    @Test
    void takesAServerThatHasNotWrittenAllForOneThatIsComingUp() {
        assertThat(PostmasterFile.parse(List.of("4327", "/data"))).contains(new PostmasterFile(4327, 0, "starting"));
    }

    @Test
    void findsNothingInATornFile() {
        assertThat(PostmasterFile.parse(List.of())).isEmpty();
        assertThat(PostmasterFile.parse(List.of("", ""))).isEmpty();
        assertThat(PostmasterFile.parse(List.of("what", "/data"))).isEmpty();
    }
}
