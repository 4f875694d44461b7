package io.asktrail.evals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asktrail.contracts.answer.AnswerStatus;
import io.asktrail.testkit.RunningAsktrail;
import io.asktrail.testkit.RunningAsktrail.Form;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Starts that go wrong, with real processes: a sentence, no stack trace, and the next start works. */
@Tag("full")
class StartFaultsIT {
    private static final LocalDate DEMO_UNTIL = LocalDate.of(2025, 11, 15);

    private Path home = Path.of("unset");

    @BeforeEach
    void makeHome() throws IOException {
        home = Files.createTempDirectory("asktrail-fault");
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @AfterEach
    void deleteHome() {
        RunningAsktrail.delete(home);
    }

    @Test
    void saysThatThePortIsTakenAndStartsOnAnotherOne() throws Exception {
        // Given
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // When, Then
            assertThatThrownBy(() -> RunningAsktrail.start(Form.LOCAL, home, taken.getLocalPort(), DEMO_UNTIL))
                    .hasMessageContaining("Port %d is taken".formatted(taken.getLocalPort()))
                    .hasMessageContaining("ASKTRAIL_PORT")
                    .hasMessageNotContaining("\tat ");
        }
        answersFrom(home);
    }

    @Test
    void goesOnAfterBeingKilledWhileItMakesTheDemo() throws Exception {
        // Given
        var process = RunningAsktrail.launch(Form.LOCAL, home, RunningAsktrail.freePort(), DEMO_UNTIL);
        while (!progress().contains("demo data: 2")) {
            Thread.sleep(20);
        }

        // When
        process.destroyForcibly().waitFor();

        // Then
        answersFrom(home);
    }

    @Test
    void letsOnlyOneOfTwoStartsHaveAHome() throws Exception {
        // Given
        var first = RunningAsktrail.launch(Form.LOCAL, home, RunningAsktrail.freePort(), DEMO_UNTIL);
        while (!progress().contains("demo data")) {
            Thread.sleep(20);
        }

        // When
        var second = RunningAsktrail.launch(Form.LOCAL, home, RunningAsktrail.freePort(), DEMO_UNTIL);

        // Then
        assertThat(second.waitFor()).isEqualTo(3);
        assertThat(first.isAlive()).isTrue();
        first.destroy();
        first.waitFor();
        assertThat(home.resolve("postgres/data/postmaster.pid"))
                .as("the database went with it")
                .doesNotExist();
    }

    private String progress() {
        var file = home.resolve("run/progress");
        return Files.exists(file) ? RunningAsktrail.read(file) : "";
    }

    // The figure is one that PostgreSQL has in any case: there was spend on the last day of the demo.
    private static void answersFrom(Path home) throws Exception {
        try (var asktrail = RunningAsktrail.start(Form.LOCAL, home, RunningAsktrail.freePort(), DEMO_UNTIL);
                var asker = new Asker(asktrail)) {
            var answer = asker.ask("orders yesterday", DEMO_UNTIL.plusDays(1));
            assertThat(answer.status()).as(answer.text()).isEqualTo(AnswerStatus.ANSWERED);
        }
    }
}
