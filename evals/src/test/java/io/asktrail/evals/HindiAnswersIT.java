package io.asktrail.evals;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.testkit.RunningAsktrail;
import io.asktrail.testkit.RunningAsktrail.Form;
import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Answers of every shape, asked for in Hindi: whatever of them reaches a person is Hindi. */
@Tag("full")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HindiAnswersIT {
    private static final LocalDate DEMO_UNTIL = LocalDate.of(2025, 11, 15);
    private static final String OCTOBER = "\"time\":{\"start\":\"2025-10-01\",\"end\":\"2025-10-31\"}";
    private static final List<String> SPLITS = List.of(
            "\"spend\"],\"group_by\":[\"campaign\"",
            "\"spend\"],\"group_by\":[\"search_term\"",
            "\"spend\"],\"group_by\":[\"keyword\"",
            "\"spend\"],\"group_by\":[\"ad_group\"",
            "\"spend\"],\"group_by\":[\"match_type\"",
            "\"spend\"],\"group_by\":[\"placement\"",
            "\"spend\"],\"group_by\":[\"campaign_status\"",
            "\"net_sales\"],\"group_by\":[\"geo\"",
            "\"net_sales\"],\"group_by\":[\"city\"",
            "\"net_sales\"],\"group_by\":[\"product\"",
            "\"net_sales\"],\"group_by\":[\"category\"",
            "\"net_sales\"],\"group_by\":[\"brand\"",
            "\"net_sales\"],\"group_by\":[\"sales_channel\"",
            "\"net_sales\"],\"group_by\":[\"customer_type\"",
            "\"net_sales\"],\"group_by\":[\"fulfilment\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Set<String> members = new TreeSet<>();
    private @Nullable RunningAsktrail asktrail;
    private @Nullable Client owner;

    @BeforeAll
    void start() throws Exception {
        asktrail = RunningAsktrail.start(Form.LOCAL, DEMO_UNTIL);
        owner = new Client(http, asktrail.url(), asktrail.ownerToken());
        for (var split : SPLITS) {
            var rows = json(owner().post(
                                    "/v1/query",
                                    "{\"metrics\":[%s],\"time\":{\"start\":\"2025-08-01\",\"end\":\"2025-11-15\"}}"
                                            .formatted(split)))
                    .path("table")
                    .path("rows");
            assertThat(rows.isEmpty()).as(split).isFalse();
            rows.valueStream()
                    .flatMap(JsonNode::valueStream)
                    .filter(JsonNode::isString)
                    .forEach(cell -> members.add(cell.asString()));
        }
    }

    @AfterAll
    void stop() throws InterruptedException {
        http.close();
        if (asktrail != null) {
            asktrail.close();
        }
    }

    private Client owner() {
        return Objects.requireNonNull(owner);
    }

    private static JsonNode json(HttpResponse<String> reply) {
        assertThat(reply.statusCode()).as(reply.body()).isIn(200, 201);
        return Asker.JSON.readTree(reply.body());
    }

    private JsonNode ask(String question) {
        return json(owner().post("/v1/ask", "{\"question\": \"%s\", \"as_of\": \"2025-11-16\"}".formatted(question)));
    }

    private HttpResponse<String> inHindi(Client client, String path, @Nullable String body) throws Exception {
        var request = client.request(path).header("Accept-Language", "hi-IN,hi;q=0.9,en;q=0.5");
        return http.send(
                (body == null ? request.GET() : request.POST(BodyPublishers.ofString(body))).build(),
                BodyHandlers.ofString());
    }

    private void assertHindi(JsonNode answer, String status) {
        assertThat(answer.path("status").asString())
                .as(answer.path("text").asString())
                .isEqualTo(status);
        assertThat(answer.path("lang").asString()).isEqualTo("hi");
        assertThat(answer.path("text").asString()).containsPattern("\\p{IsDevanagari}");
        assertThat(answer.path("followup_names").size())
                .isEqualTo(answer.path("followups").size());
        assertThat(new HindiText(answer, members).english()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            answered      | पिछले महीने विज्ञापन खर्च कितना था
            answered      | पिछले महीने शुद्ध बिक्री और औसत ऑर्डर मूल्य
            answered      | पिछले महीने शुद्ध बिक्री के हिसाब से टॉप 5 राज्य
            answered      | पिछले महीने सबसे कम एकॉस वाले 10 अभियान
            answered      | पिछले 90 दिन विज्ञापन खर्च सप्ताह के अनुसार
            answered      | पिछले महीने चैनल के अनुसार विज्ञापन खर्च
            answered      | राज्य के अनुसार शुद्ध बिक्री अक्टूबर 2025 बनाम सितंबर 2025
            answered      | पिछले महीने राज्य के अनुसार माध्यिका ऑर्डर मूल्य
            answered      | जनवरी 2019 में शुद्ध बिक्री
            refused       | पिछले महीने खोज शब्द के अनुसार शुद्ध बिक्री
            """)
    void aQuestionInHindiIsAnsweredInHindi(String status, String question) {
        assertHindi(ask(question), status);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            change         | "metrics":["spend"]
            anomaly        | "metrics":["refunds"]
            pacing         | "metrics":[]
            waste          | "metrics":[]
            reconciliation | "metrics":[]
            health         | "metrics":[]
            search_terms   | "metrics":[]
            """)
    void aDiagnosisIsToldInHindiWithItsRounds(String kind, String metrics) throws Exception {
        var answer = json(inHindi(
                owner(),
                "/v1/query",
                "{\"intent\":\"diagnostics\",%s,%s,\"diagnosis\":{\"kind\":\"%s\"},\"as_of\":\"2025-11-16\"}"
                        .formatted(metrics, OCTOBER, kind)));

        assertThat(answer.path("scratchpad").isEmpty()).isFalse();
        assertHindi(answer, answer.path("status").asString().equals("partial") ? "partial" : "answered");
    }

    @Test
    void aForecastSaysItsMethodInHindi() throws Exception {
        assertHindi(json(inHindi(owner(), "/v1/query", """
                        {"metrics":["net_sales"],"time":{"start":"2025-10-19","end":"2025-11-15","grain":"day"},
                         "group_by":["date"],
                         "calculations":[{"kind":"forecast","metric":"net_sales","horizon_days":30}],"as_of":"2025-11-16"}
                        """)), "answered");
    }

    @Test
    void whoeverHasNoRowOrColumnOfTheirOwnIsNamedInHindi() throws Exception {
        // When
        var ranking = json(inHindi(owner(), "/v1/query", """
                {"metrics":["net_sales"],"group_by":["geo"],%s,"limit":3,
                 "order_by":[{"field":"net_sales","direction":"desc"}],"calculations":[{"kind":"others"}]}
                """.formatted(OCTOBER)));
        var pivot = json(inHindi(owner(), "/v1/query", """
                {"metrics":["net_sales"],"group_by":["sales_channel","geo"],%s,
                 "calculations":[{"kind":"pivot","metric":"net_sales","of":"geo"}]}
                """.formatted(OCTOBER)));

        // Then: the last of four rows, and the last column
        var rows = ranking.path("table").path("rows");
        assertThat(rows.size()).isEqualTo(4);
        assertThat(rows.path(3).path(0).asString()).matches("बाकी सभी \\(\\d+\\)");
        assertThat(ranking.path("text").asString())
                .contains(rows.path(3).path(0).asString() + ": ₹");
        assertHindi(ranking, "answered");
        var columns = pivot.path("table").path("columns");
        assertThat(columns.path(columns.size() - 1).path("label").asString())
                .matches("शुद्ध बिक्री, बाकी सभी \\(\\d+\\)");
        assertHindi(pivot, "answered");
    }

    @Test
    void aQuestionBackAndHelpAreHindi() throws Exception {
        assertHindi(ask("पिछले महीने एकॉस के हिसाब से टॉप 10 अभियान"), "clarification");
        for (var topic : List.of("catalogue", "freshness", "examples")) {
            var help = json(inHindi(
                    owner(), "/v1/query", "{\"intent\":\"meta.help\",\"help\":{\"topic\":\"%s\"}}".formatted(topic)));
            assertThat(new HindiText(help, catalogue()).english()).as(topic).isEmpty();
        }
        // Some days have no name in Hindi, as Prime Day.
        var calendar =
                json(inHindi(owner(), "/v1/query", "{\"intent\":\"meta.help\",\"help\":{\"topic\":\"calendar\"}}"));
        assertThat(calendar.path("text").asString()).contains("दिवाली (").doesNotContain("Diwali (");
    }

    // A catalogue names everything by its id, too.
    private Set<String> catalogue() {
        var ids = new TreeSet<>(members);
        for (var path : List.of("/v1/metrics", "/v1/dimensions")) {
            json(owner().get(path))
                    .valueStream()
                    .forEach(entry -> ids.add(entry.path("id").asString()));
        }
        return ids;
    }

    @Test
    void theFileOfAHindiAnswerHasHindiSheetsAndHeadings() throws Exception {
        // Given
        var answer = ask("पिछले महीने राज्य के अनुसार शुद्ध बिक्री");
        var file = json(
                owner().post("/v1/answers/%s/export".formatted(answer.path("id").asString()), "{\"format\":\"xlsx\"}"));

        // When
        var bytes = http.send(
                        owner().request(file.path("link").asString()).GET().build(), BodyHandlers.ofByteArray())
                .body();

        // Then
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            assertThat(IntStream.range(0, book.getNumberOfSheets()).mapToObj(book::getSheetName))
                    .containsExactly("आँकड़े", "विधि");
            var sheet = book.getSheet("विधि");
            var headings = IntStream.rangeClosed(0, sheet.getLastRowNum())
                    .mapToObj(sheet::getRow)
                    .filter(row -> row != null && row.getCell(0) != null)
                    .map(row -> row.getCell(0).getStringCellValue())
                    .filter(heading -> !heading.isBlank())
                    .toList();
            assertThat(headings)
                    .startsWith("प्रश्न", "उत्तर", "विधि")
                    .contains("उत्तर की आईडी", "रजिस्ट्री")
                    .noneMatch(heading -> heading.matches(".*[A-Za-z].*"));
        }
    }

    @Test
    void consentIsAskedForRefusedAndGivenInHindi() throws Exception {
        // Given
        var running = Objects.requireNonNull(asktrail);
        var asha =
                new Client(http, running.url(), running.token("--sub", "asha", "--role", "analyst", "--region", "*"));
        var meera =
                new Client(http, running.url(), running.token("--sub", "meera", "--role", "manager", "--region", "*"));
        var rows = "{\"metrics\":[\"net_sales\"],\"time\":{\"start\":\"2025-10-01\",\"end\":\"2025-10-03\"},"
                + "\"entities\":{\"geo\":[\"Delhi\"]}}";

        // When
        var asked = json(inHindi(asha, "/v1/approvals", "{\"reason\":\"लेखा जाँच\",\"task\":%s}".formatted(rows)));
        var decision = "/v1/approvals/%s/decision".formatted(asked.path("id").asString());
        var own = inHindi(asha, decision, "{\"decision\":\"approve\"}");
        var early = inHindi(
                asha, "/v1/approvals/%s/export".formatted(asked.path("id").asString()), "{\"format\":\"csv\"}");
        json(inHindi(meera, decision, "{\"decision\":\"reject\",\"comment\":\"ज़रूरत नहीं\"}"));
        var again = inHindi(meera, decision, "{\"decision\":\"approve\"}");
        var rejected = inHindi(
                asha, "/v1/approvals/%s/export".formatted(asked.path("id").asString()), "{\"format\":\"csv\"}");

        // Then
        assertThat(asked.path("summary").asString())
                .isEqualTo(
                        "अलग-अलग पंक्तियाँ: ऑर्डर की पंक्तियाँ, 2025-10-01 से 2025-10-03 तक (Asia/Kolkata), शर्तें: राज्य = Delhi।");
        assertThat(detail(own)).isEqualTo("यह आपने स्वयं माँगा है: इस पर निर्णय किसी और को लेना होगा।");
        assertThat(detail(early)).isEqualTo("इस पर अभी किसी ने निर्णय नहीं लिया है: बाद में फिर देखें।");
        assertThat(detail(again)).isEqualTo("meera इस पर पहले ही निर्णय ले चुके हैं: इसे अस्वीकार किया गया है।");
        assertThat(detail(rejected)).isEqualTo("meera ने इसे अस्वीकार किया है: ज़रूरत नहीं।");
    }

    private static String detail(HttpResponse<String> refused) {
        return Asker.JSON.readTree(refused.body()).path("detail").asString();
    }

    @Test
    void theDrawnPictureIsHindi() {
        // Given
        var answer = ask("पिछले महीने चैनल के अनुसार विज्ञापन खर्च");

        // When
        var svg = owner().get(
                        "/v1/answers/%s/chart.svg".formatted(answer.path("id").asString()))
                .body();

        // Then
        var written = Pattern.compile("<(?:text|title|desc)\\b[^>]*>([^<>]+)<")
                .matcher(svg)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(written).isNotEmpty();
        assertThat(String.join(" ", written)).contains("विज्ञापन खर्च");
        assertThat(written)
                .noneMatch(text -> text.replaceAll("\\b(?:S[PBD]|INR)\\b", "").matches(".*[A-Za-z]{2,}.*"));
    }
}
