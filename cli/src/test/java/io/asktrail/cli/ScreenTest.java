package io.asktrail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is other on a screen than in a file. */
class ScreenTest {
    private static final String ANSWER = """
            {"id":"a1","conversation_id":"t","status":"answered","text":"Delhi leads.","took_ms":2,
             "table":{"columns":[{"id":"geo","label":"State","type":"text"},
                                 {"id":"net_sales","label":"Net sales","type":"number","unit":"INR"}],
                      "rows":[["Delhi",200],["Goa",100]]},
             "caveats":[{"code":"c","text":"Two days are provisional."}],
             "chart":{"$schema":"s","title":{"text":"Net sales by state","subtitle":""},
              "data":{"values":[{"member":"Delhi","series":"Net sales","value":200,"written":"₹200"},
                                {"member":"Goa","series":"Net sales","value":100,"written":"₹100"}]},
              "usermeta":{"asktrail":{"shape":"bar","value":{"title":"x","unit":"INR"},"series":["Net sales"]}}}}
            """;

    @TempDir
    private Path home;

    private Run screen(FakeGateway gateway, boolean colours, String... arguments) {
        return Run.onScreen(
                home, 80, colours, Map.of("ASKTRAIL_URL", gateway.address(), "ASKTRAIL_TOKEN", "secret"), arguments);
    }

    @Test
    void drawsAChartUnderTheTable() {
        try (var gateway = new FakeGateway(200, ANSWER)) {
            // When
            var run = screen(gateway, false, "ask", "net sales by state");

            // Then
            assertThat(run.out())
                    .contains("Goa         ₹100\n\nNet sales by state\n")
                    .contains("Delhi  ₹200  " + "█".repeat(60) + "\nGoa    ₹100  " + "█".repeat(30) + "\n");
        }
    }

    @Test
    void drawsNoneWhereNoneIsWantedOrNobodyLooks() {
        try (var gateway = new FakeGateway(200, ANSWER)) {
            // When
            var unwanted = screen(gateway, false, "ask", "--no-chart", "net sales by state");
            var withOptions = screen(gateway, false, "ask", "--as-of", "2025-11-15", "--no-chart", "net sales");
            var file = Run.of(
                    home,
                    Map.of("ASKTRAIL_URL", gateway.address(), "ASKTRAIL_TOKEN", "secret"),
                    "ask",
                    "net sales by state");

            // Then
            assertThat(unwanted.out()).contains("Delhi").doesNotContain("█");
            assertThat(withOptions.out()).contains("Delhi").doesNotContain("█");
            assertThat(file.out()).contains("Delhi").doesNotContain("█").doesNotContain("\u001b");
        }
    }

    @Test
    void coloursWhatIsLaidOutTheSame() {
        try (var gateway = new FakeGateway(200, ANSWER)) {
            // When
            var plain = screen(gateway, false, "ask", "net sales by state").out();
            var coloured = screen(gateway, true, "ask", "net sales by state").out();

            // Then
            assertThat(plain).doesNotContain("\u001b");
            assertThat(coloured).contains("\u001b[33mNote: Two days are provisional.\u001b[0m");
            assertThat(coloured.replaceAll("\u001b\\[\\d+m", "")).isEqualTo(plain);
        }
    }

    @Test
    void sparesWhoeverAsksToBeSpared() throws IOException {
        // Given: the streams are a screen's.
        var before = System.getProperty("asktrail.terminal");
        System.setProperty("asktrail.terminal", "out,err");
        try {
            // When / Then
            assertThat(Terminal.ofProcess(Map.of()).style().on()).isTrue();
            assertThat(Terminal.ofProcess(Map.of("NO_COLOR", "")).style().on()).isTrue();
            assertThat(Terminal.ofProcess(Map.of("NO_COLOR", "1")).style().on()).isFalse();
            assertThat(Terminal.ofProcess(Map.of("TERM", "dumb")).style().on()).isFalse();
        } finally {
            System.setProperty("asktrail.terminal", before == null ? "" : before);
        }
    }

    @Test
    void followsTheStagesToTheAnswer() {
        // Given
        var events = """
                event:understood
                data:{"status":"understood"}

                event:planned
                data:{"steps":[{},{}]}

                event:step
                data:{"agent":"agent-sales"}

                event:answer
                data:%s

                """.formatted(ANSWER.replace("\n", " "));
        try (var gateway = new FakeGateway(200, "text/event-stream", events)) {
            // When
            var run = screen(gateway, false, "ask", "net sales by state");

            // Then
            assertThat(run.exitCode()).isZero();
            assertThat(run.out()).startsWith("Delhi leads.\n");
            assertThat(gateway.accepted).singleElement().asString().startsWith("text/event-stream");
        }
    }

    @Test
    void saysWhatAStreamFailedOf() {
        // Given
        var events = "event:error\ndata:{\"detail\":\"It took too long: ask for less.\",\"trace_id\":\"t1\"}\n\n";
        try (var gateway = new FakeGateway(200, "text/event-stream", events);
                var cut = new FakeGateway(200, "text/event-stream", "event:understood\ndata:{}\n\n")) {
            // When
            var failed = screen(gateway, false, "ask", "x");
            var lost = screen(cut, false, "ask", "x");

            // Then
            assertThat(failed.exitCode()).isEqualTo(5);
            assertThat(failed.err()).contains("It took too long: ask for less. [trace t1]");
            assertThat(lost.exitCode()).isEqualTo(5);
            assertThat(lost.err()).contains("stopped before the answer came");
        }
    }

    @Test
    void givesJsonAsItCameOnAScreenToo() {
        try (var gateway = new FakeGateway(200, ANSWER)) {
            // When
            var run = screen(gateway, true, "ask", "--json", "x");

            // Then
            assertThat(run.out()).isEqualTo(ANSWER);
            assertThat(gateway.accepted).singleElement().asString().startsWith("application/json");
        }
    }
}
