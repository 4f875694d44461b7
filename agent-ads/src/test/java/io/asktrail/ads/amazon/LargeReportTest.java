package io.asktrail.ads.amazon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("full")
class LargeReportTest {
    @Test
    void readsAReportThatItsMemoryCouldNotHold() throws Exception {
        // Given
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var reader = new ProcessBuilder(
                        java, "-Xmx40m", "-XX:+UseSerialGC", "-cp", classes, LargeReportMain.class.getName())
                .redirectErrorStream(true);

        // When
        var process = reader.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        // Then: 0.01 + 1.01 + … + 599,999.01 = 600,000 · 599,999 / 2 + 6,000
        assertThat(said).contains("600000 rows, cost 179999706000.00, last id 9007199255340992");
        assertThat(process.waitFor()).isZero();
    }
}
