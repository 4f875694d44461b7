package io.asktrail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AskTest {
    private static final String ANSWER = """
            {"id":"a1","conversation_id":"talk-9","status":"answered","text":"Net sales were ₹12,34,567.",
             "table":{"columns":[{"id":"geo","label":"State","type":"text"},
                                 {"id":"net_sales","label":"Net sales","type":"number","unit":"INR"}],
                      "rows":[["Delhi",1234567]]},
             "method":"Sum of amounts.","caveats":[{"code":"c","text":"Two days are provisional."}],
             "assumptions":["Sales means net sales."],"added_by_a_newer_gateway":{"x":1},
             "reading":{"by":"rules","confidence":0.9,"spans":[{"from":0,"to":9,"text":"net sales","role":"metric","id":"net_sales"}]},
             "plan":{"steps":[{"id":"s1","tool":"sales_db.query","inputs":{}}]},
             "trail":[{"step":"s1","agent":"agent-sales","query":"select 1","rows":1,"ms":3,"cache":"hit"}],
             "took_ms":12}
            """;

    @TempDir
    private Path home;

    private Run ask(FakeGateway gateway, String... arguments) {
        return Run.of(home, Map.of("ASKTRAIL_URL", gateway.address(), "ASKTRAIL_TOKEN", "secret"), arguments);
    }

    @Test
    void printsTheAnswerFromTheSentenceToTheAddress() {
        try (var gateway = new FakeGateway(200, ANSWER)) {
            // When
            var run = ask(gateway, "ask", "net", "sales", "\"here\"");

            // Then
            assertThat(run.exitCode()).isZero();
            assertThat(run.out()).isEqualTo("""
                    Net sales were ₹12,34,567.

                    State   Net sales
                    ─────  ──────────
                    Delhi  ₹12,34,567

                    How: Sum of amounts.
                    Note: Two days are provisional.
                    Assumed: Sales means net sales.

                    %s · answer a1 · 12 ms
                    """.formatted(gateway.address()));
            assertThat(gateway.requests).containsExactly("{\"question\":\"net sales \\\"here\\\"\"}");
            assertThat(gateway.tokens).containsExactly("Bearer secret");
        }
    }

    @Test
    void whatStandsAroundAnAnswerIsInTheLanguageOfItsWords() {
        var answer = """
                {"id":"a1","conversation_id":"t","status":"answered","lang":"hi","text":"शुद्ध बिक्री: ₹300।",
                 "table":{"columns":[{"id":"geo","label":"राज्य","type":"text"},
                                     {"id":"net_sales","label":"शुद्ध बिक्री","type":"number","unit":"INR"}],
                          "rows":[["Delhi",200],["Goa",100]],"totals":[null,300]},
                 "method":"जोड़कर।","caveats":[{"code":"c","text":"दो दिन बदल सकते हैं।"}],
                 "assumptions":["बिक्री का अर्थ शुद्ध बिक्री।"],"took_ms":12}
                """;
        try (var gateway = new FakeGateway(200, answer)) {
            // When
            var run = ask(gateway, "ask", "पिछले महीने शुद्ध बिक्री");

            // Then
            assertThat(run.out())
                    .contains(
                            "\nकुल ",
                            "\nविधि: जोड़कर।\nध्यान दें: दो दिन बदल सकते हैं।\nमाना गया: बिक्री का अर्थ शुद्ध बिक्री।\n")
                    .contains(" · उत्तर a1 · 12 मि.से.\n");
        }
    }

    @Test
    void offersWhatCanBeAnsweredByTheNamesOfTheGateway() {
        var refused = """
                {"id":"a1","conversation_id":"t","status":"refused","lang":"hi","text":"यह नहीं निकाला जा सकता।",
                 "refusal":{"code":"no_path","reason":"यह नहीं निकाला जा सकता।",
                            "nearest":[{"intent":"analytics.query","metrics":["net_sales"],"group_by":["geo"]}]},
                 "followup_names":["राज्य के अनुसार शुद्ध बिक्री"],"took_ms":1}
                """;
        try (var gateway = new FakeGateway(200, refused)) {
            assertThat(ask(gateway, "ask", "x").out())
                    .contains("इनका उत्तर मिल सकता है:\n  1. राज्य के अनुसार शुद्ध बिक्री\n");
        }
    }

    @Test
    void goesOnWithTheLastConversation() {
        try (var gateway = new FakeGateway(200, ANSWER)) {
            // Given
            ask(gateway, "ask", "net sales");

            // When
            ask(gateway, "ask", "-c", "by week", "--as-of", "2025-11-15");

            // Then
            assertThat(gateway.requests.get(1))
                    .isEqualTo("{\"question\":\"by week\",\"conversation_id\":\"talk-9\",\"as_of\":\"2025-11-15\"}");
        }
    }

    @Test
    void givesTheAnswerUntouchedAsJson() {
        try (var gateway = new FakeGateway(200, ANSWER)) {
            // When
            var run = ask(gateway, "ask", "--json", "net sales");

            // Then
            assertThat(run.out()).isEqualTo(ANSWER);
        }
    }

    @Test
    void explainsReadingPlanAndSteps() {
        try (var gateway = new FakeGateway(200, ANSWER)) {
            // When
            var run = ask(gateway, "ask", "--explain", "net sales");

            // Then
            assertThat(run.out())
                    .contains("Reading (by rules, confidence 0.9)", "“net sales”  metric  net_sales")
                    .contains("s1  sales_db.query", "s1 agent-sales 1 rows 3 ms cache hit", "    select 1");
        }
    }

    @Test
    void numbersTheOptionsWhenAskedBack() {
        var body = """
                {"id":"a2","conversation_id":"t","status":"clarification","text":"Which one?",
                 "clarification":{"question":"Which one?","options":[{"label":"Delhi, the state"},{"label":"Delhi, the city"}]}}
                """;
        try (var gateway = new FakeGateway(200, body)) {
            // When
            var run = ask(gateway, "ask", "x");

            // Then
            assertThat(run.exitCode()).isEqualTo(3);
            assertThat(run.out())
                    .contains("Which one?\n\nYou may mean:\n  1. Delhi, the state\n  2. Delhi, the city\n");
        }
    }

    @Test
    void offersTheNearestWhenRefused() {
        var body = """
                {"id":"a3","conversation_id":"t","status":"refused","text":"",
                 "refusal":{"code":"NO_PATH","reason":"No spend by city.","nearest":[{"intent":"analytics.query",
                  "metrics":["ad_sales_share"],"group_by":["geo"],"entities":{"channel":["SB","SP"]},
                  "time":{"start":"2025-10-01","end":"2025-10-31"},"limit":5}]}}
                """;
        try (var gateway = new FakeGateway(200, body)) {
            // When
            var run = ask(gateway, "ask", "x");

            // Then
            assertThat(run.exitCode()).isEqualTo(4);
            assertThat(run.out())
                    .contains("No spend by city.")
                    .contains("1. top 5 ad sales share by geo, channel SB or SP, 2025-10-01 to 2025-10-31");
        }
    }

    @Test
    void saysWhatToDoWithABadToken() {
        try (var gateway = new FakeGateway(401, "{\"status\":401,\"detail\":\"The token has expired.\"}")) {
            // When
            var run = ask(gateway, "ask", "x");

            // Then
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).startsWith("The token has expired. Use a token that is valid");
            assertThat(run.out()).isEmpty();
        }
    }

    @Test
    void saysWhenToTryAgainOverALimit() {
        try (var gateway = new FakeGateway(429, "{\"detail\":\"Too many questions.\",\"trace_id\":\"t7\"}")) {
            // When
            var run = ask(gateway, "ask", "x");

            // Then
            assertThat(run.exitCode()).isEqualTo(5);
            assertThat(run.err()).isEqualTo("Too many questions. [trace t7] Try again in 7 s.\n");
        }
    }

    @Test
    void saysThatSomethingElseListensThere() {
        try (var gateway = new FakeGateway(200, "<html>hello</html>")) {
            // When
            var run = ask(gateway, "ask", "x");

            // Then
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).contains("does not speak as Asktrail does");
        }
    }

    @Test
    void saysThatNobodyAnswers() {
        // Given
        var gateway = new FakeGateway(200, ANSWER);
        gateway.close();

        // When
        var run = ask(gateway, "ask", "x");

        // Then
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .startsWith("Nothing answers at " + gateway.address())
                .hasLineCount(1);
    }

    @Test
    void suggestsTheCommandThatWasMeant() {
        // When
        var run = Run.of(home, Map.of(), "statsu");

        // Then
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("asktrail status");
    }

    @Test
    void refusesAnEmptyQuestion() {
        // When
        var run = Run.of(home, Map.of(), "ask", " ");

        // Then
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("The question is empty: say what you want to know.\n");
    }

    @Test
    void showsExamplesInEveryHelp() {
        for (var command : new String[] {
            "ask", "up", "down", "status", "logs", "token", "load", "use", "registry", "open", "completion"
        }) {
            // When
            var run = Run.of(home, Map.of(), command, "--help");

            // Then
            assertThat(run.exitCode()).isZero();
            assertThat(run.out()).contains("Examples:", "./asktrail " + command);
        }
    }

    @Test
    void keepsTheWorkspaceThatIsChosen() throws Exception {
        // When
        var run = Run.of(home, Map.of(), "use", "orders");

        // Then
        assertThat(run.out()).isEqualTo("The workspace in use is orders.\n");
        assertThat(Files.readString(home.resolve("workspace"))).isEqualTo("orders\n");
        assertThat(Run.of(home, Map.of(), "use", "elsewhere").exitCode()).isEqualTo(2);
    }
}
