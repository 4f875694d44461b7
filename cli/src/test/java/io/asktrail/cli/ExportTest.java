package io.asktrail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files, from a gateway that makes the same one of every answer. */
class ExportTest {
    private static final String FILE = """
        {"id":"f1","link":"/v1/exports/f1","format":"csv","file_name":"sales-2025-11-15.csv","rows":1,"bytes":16,
         "truncated":false,"added_by_a_newer_gateway":1}
        """;
    private static final String CSV = String.join("\r\n", "geo,net_sales", "Delhi,12.50", "");
    private static final String ANSWER = """
        {"id":"ans_1","conversation_id":"t","status":"answered","text":"Net sales were ₹12.50.",
         "table":{"columns":[{"id":"geo","label":"State","type":"text"}],"rows":[["Delhi"]]},
         "caveats":[{"code":"c","text":"Two days are provisional."}]}
        """;
    private static final String REFUSED = """
        {"id":"ans_2","conversation_id":"t","status":"refused","text":"That is not covered."}
        """;

    @TempDir
    private Path home = Path.of("");

    private final List<String> requests = new ArrayList<>();
    private HttpServer server = server();
    private String answer = ANSWER;
    private String made = FILE;
    private int madeStatus = 201;

    @BeforeEach
    void serve() {
        server.createContext("/", exchange -> {
            var path = exchange.getRequestURI().getRawPath();
            requests.add("%s %s %s"
                    .formatted(
                            exchange.getRequestMethod(),
                            path,
                            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            var body = path.equals("/v1/ask") ? answer : path.endsWith("/export") ? made : CSV;
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(path.endsWith("/export") ? madeStatus : 200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void printsTheRowsOfAnAnswerAloneAndWhatIsToBeSaidBesideThem() {
        // When
        var run = run("ask", "--csv", "net", "sales");

        // Then
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEqualTo(CSV);
        assertThat(run.err()).isEqualTo("Note: Two days are provisional.\n");
        assertThat(requests)
                .containsExactly(
                        "POST /v1/ask {\"question\":\"net sales\"}",
                        "POST /v1/answers/ans_1/export {\"format\":\"csv\"}",
                        "GET /v1/exports/f1 ");
    }

    @Test
    void printsNothingToTheFileWhereThereIsNoAnswer() {
        // Given
        answer = REFUSED;

        // When
        var run = run("ask", "--csv", "the weather");

        // Then
        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("That is not covered.");
    }

    @Test
    void takesNoTwoShapesAtOnce() {
        assertThat(run("ask", "--csv", "--json", "net sales").exitCode()).isEqualTo(2);
    }

    @Test
    void savesAnAnswerAsAFile() throws IOException {
        // Given
        var target = home.resolve("out.xlsx");
        Files.writeString(target, "old");

        // When
        var run = run("export", "ans_1", "--format", "xlsx", "-o", target.toString());

        // Then
        assertThat(run.exitCode()).isZero();
        assertThat(target).hasContent(CSV);
        assertThat(run.err()).isEqualTo("Wrote %s: 1 rows.\n".formatted(target));
        assertThat(requests.getFirst()).isEqualTo("POST /v1/answers/ans_1/export {\"format\":\"xlsx\"}");
        try (var left = Files.list(home)) {
            assertThat(left).noneMatch(path -> path.toString().endsWith(".part"));
        }
    }

    @Test
    void sendsWhatIsAskedForBesideTheFormat() {
        // When
        var run = run("export", "ans_1", "--bom", "--approval", "apr_1", "-o", "-");

        // Then
        assertThat(run.out()).isEqualTo(CSV);
        assertThat(requests.getFirst())
                .isEqualTo("POST /v1/answers/ans_1/export"
                        + " {\"format\":\"csv\",\"byte_order_mark\":true,\"approval_id\":\"apr_1\"}");
    }

    @Test
    void saysWhyThereIsNoFile() {
        // Given
        made = """
            {"title":"Forbidden","status":403,"detail":"Your role needs somebody else's consent.","code":"APPROVAL_NEEDED"}
            """;
        madeStatus = 403;
        var target = home.resolve("none.csv");

        // When
        var run = run("export", "ans_1", "-o", target.toString());

        // Then
        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err()).contains("Your role needs somebody else's consent.");
        assertThat(target).doesNotExist();
    }

    @Test
    void knowsItsFormats() {
        assertThat(run("export", "ans_1", "--format", "pdf").err()).contains("use csv, xlsx or parquet");
        assertThat(requests).isEmpty();
    }

    @Test
    void followsNoLinkThatLeadsElsewhere() {
        // Given
        made = FILE.replace("/v1/exports/f1", "http://example.com/f1");

        // When
        var run = run("export", "ans_1", "-o", "-");

        // Then
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(requests).hasSize(1);
    }

    private Run run(String... arguments) {
        var address = "http://127.0.0.1:" + server.getAddress().getPort();
        return Run.of(home, Map.of("ASKTRAIL_URL", address, "ASKTRAIL_TOKEN", "secret"), arguments);
    }

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
