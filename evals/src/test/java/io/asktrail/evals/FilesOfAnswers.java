package io.asktrail.evals;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.asktrail.contracts.answer.Answer;
import io.asktrail.testkit.RunningAsktrail;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Files of a running product, opened with programs that did not write them, against the database's own figures. */
final class FilesOfAnswers {
    private static final String SALES_BY_STATE = """
        select geo, sum(amount - refund_amount) from sales.order_lines
        where order_date between '2025-10-01' and '2025-10-31' and status <> 'Cancelled' and geo is not null
        group by geo
        """;
    private static final String LINES_OF_DELHI = """
        select order_id, order_date, sku, quantity, amount from sales.order_lines
        where order_date between '2025-10-01' and '2025-10-03' and geo = 'Delhi'
        """;
    private static final String ROWS_TASK = """
        {"metrics": ["net_sales"], "time": {"start": "2025-10-01", "end": "2025-10-03"}, "entities": {"geo": ["Delhi"]}}\
        """;

    private final RunningAsktrail asktrail;
    private final IndependentFigures figures;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Client asha;
    private final Client ravi;
    private final Client meera;

    FilesOfAnswers(RunningAsktrail asktrail) {
        this.asktrail = asktrail;
        this.figures = new IndependentFigures(asktrail.home());
        this.asha = client("--sub", "asha", "--role", "analyst", "--region", "*");
        this.ravi = client("--sub", "ravi", "--role", "analyst", "--region", "*");
        this.meera = client("--sub", "meera", "--role", "manager", "--region", "*");
    }

    private Client client(String... token) {
        return new Client(http, asktrail.url(), asktrail.token(token));
    }

    /** A question for a file comes with it, and any format can be had of its answer. */
    void hasTheFiguresInEveryFormat() throws Exception {
        var answer = answer(asha.post("/v1/ask", """
            {"question": "Export net sales by state last month as csv", "as_of": "2025-11-16"}\
            """));
        var expected = sorted(figures.query("warehouse", SALES_BY_STATE).stream()
                .map(row -> List.of(String.valueOf(row.get(0)), plain(row.get(1))))
                .toList());
        var file = Objects.requireNonNull(answer.export(), answer.text());

        var csv = bytes(asha, file.link());
        assertThat(csv.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment; filename=\"export-net-sales-by-state-last-month-as-csv-")
                .contains(".csv");
        assertThat(csv.headers().firstValue("ETag")).contains('"' + file.sha256() + '"');
        assertThat(sorted(csvRows(csv.body(), "geo", "net_sales"))).isEqualTo(expected);
        var workbook = bytes(asha, export(answer, "xlsx")).body();
        assertThat(sorted(sheetRows(workbook))).isEqualTo(expected);
        assertThat(answer.chart()).isNotNull();
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            assertThat(book.getAllPictures())
                    .singleElement()
                    .satisfies(picture ->
                            assertThat(picture.suggestFileExtension()).isEqualTo("png"));
        }
        assertThat(sorted(parquetRows(bytes(asha, export(answer, "parquet")).body())))
                .isEqualTo(expected);
    }

    /** To somebody else a file does not exist; once deleted it does to nobody. */
    void areForTheirOwnerAlone() throws Exception {
        var answer = answer(asha.post("/v1/ask", """
            {"question": "Export net sales by state last month as csv", "as_of": "2025-11-16"}\
            """));
        var link = export(answer, "csv");

        assertThat(ravi.get(link).statusCode()).isEqualTo(404);
        assertThat(ravi.delete(link).statusCode()).isEqualTo(404);
        assertThat(ravi.get("/v1/exports").body()).isEqualTo("[]");
        assertThat(ravi.post("/v1/answers/%s/export".formatted(answer.id()), "{}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(asha.get("/v1/exports").body()).contains(link);
        assertThat(asha.delete(link).statusCode()).isEqualTo(204);
        assertThat(asha.get(link).statusCode()).isEqualTo(404);
        assertThat(asha.get("/v1/exports/..%2F..%2Fsecrets").statusCode()).isIn(400, 404);
    }

    /** Single rows are given once somebody else has consented, and only those. */
    void needSomebodyElsesConsentForSingleRows() throws Exception {
        var refused = asha.post("/v1/exports", "{\"task\": %s}".formatted(ROWS_TASK));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(json(refused).path("code").asString()).isEqualTo("APPROVAL_NEEDED");

        var asked = json(asha.post("/v1/approvals", "{\"reason\": \"audit\", \"task\": %s}".formatted(ROWS_TASK)));
        var id = asked.path("id").asString();
        var decision = "/v1/approvals/%s/decision".formatted(id);
        assertThat(asha.post(decision, "{\"decision\": \"approve\"}").statusCode())
                .isEqualTo(403);
        assertThat(ravi.post(decision, "{\"decision\": \"approve\"}").statusCode())
                .isEqualTo(404);
        assertThat(json(meera.get("/v1/approvals?view=to_decide")).toString()).contains(id);
        assertThat(meera.post(decision, "{\"decision\": \"approve\", \"comment\": \"fine\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(meera.post(decision, "{\"decision\": \"reject\"}").statusCode())
                .isEqualTo(409);

        var made = asha.post("/v1/approvals/%s/export".formatted(id), "{\"format\": \"csv\"}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        var bytes = bytes(asha, json(made).path("link").asString()).body();
        assertThat(sorted(csvRows(bytes, "order_id", "order_date", "sku", "quantity", "amount")))
                .isEqualTo(sorted(figures.query("warehouse", LINES_OF_DELHI).stream()
                        .map(row -> row.stream().map(FilesOfAnswers::plain).toList())
                        .toList()));
        assertThat(csvRows(bytes, "customer_id")).isNotEmpty().allMatch(List.of("[hidden]")::equals);

        var more = asha.post(
                "/v1/exports",
                "{\"approval_id\": \"%s\", \"task\": %s}".formatted(id, ROWS_TASK.replace("Delhi", "Kerala")));
        assertThat(more.statusCode()).isEqualTo(409);
        assertThat(json(asha.get("/v1/approvals/" + id)).path("status").asString())
                .isEqualTo("void");
    }

    private String export(Answer answer, String format) {
        var made = asha.post("/v1/answers/%s/export".formatted(answer.id()), "{\"format\": \"%s\"}".formatted(format));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return json(made).path("link").asString();
    }

    private static Answer answer(HttpResponse<String> reply) {
        return Client.answer(reply);
    }

    private static JsonNode json(HttpResponse<String> reply) {
        return Asker.JSON.readTree(reply.body());
    }

    private HttpResponse<byte[]> bytes(Client client, String path) throws IOException, InterruptedException {
        var reply = http.send(client.request(path).GET().build(), BodyHandlers.ofByteArray());
        assertThat(reply.statusCode()).isEqualTo(200);
        return reply;
    }

    private static List<List<String>> csvRows(byte[] bytes, String... columns) throws IOException {
        var text = new String(bytes, StandardCharsets.UTF_8);
        try (var reader = CsvReader.builder().ofCsvRecord(text)) {
            var lines = StreamSupport.stream(reader.spliterator(), false)
                    .map(CsvRecord::getFields)
                    .toList();
            var header = lines.getFirst();
            var rows = new ArrayList<List<String>>();
            for (var line : lines.subList(1, lines.size())) {
                var row = new ArrayList<String>();
                for (var column : columns) {
                    row.add(plain(line.get(header.indexOf(column))));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    private static List<List<String>> sheetRows(byte[] bytes) throws IOException {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            var sheet = book.getSheet("Data");
            var filtered = sheet.getCTWorksheet().getAutoFilter().getRef();
            var last = Integer.parseInt(filtered.replaceAll(".*\\D", ""));
            var rows = new ArrayList<List<String>>();
            for (var i = 1; i < last; i++) {
                var row = sheet.getRow(i);
                assertThat(row.getCell(1).getCellType()).isEqualTo(CellType.NUMERIC);
                rows.add(List.of(
                        row.getCell(0).getStringCellValue(),
                        plain(BigDecimal.valueOf(row.getCell(1).getNumericCellValue()))));
            }
            assertThat(book.getSheet("Method").getLastRowNum()).isGreaterThan(3);
            return rows;
        }
    }

    private static List<List<String>> parquetRows(byte[] bytes) throws IOException, SQLException {
        var file = Files.createTempFile("asktrail", ".parquet");
        try (var duck = DriverManager.getConnection("jdbc:duckdb:");
                var statement = duck.createStatement()) {
            Files.write(file, bytes);
            var rows = new ArrayList<List<String>>();
            try (var found = statement.executeQuery("SELECT geo, net_sales FROM '%s'".formatted(file))) {
                assertThat(found.getMetaData().getColumnTypeName(2)).startsWith("DECIMAL");
                while (found.next()) {
                    rows.add(List.of(found.getString(1), plain(found.getBigDecimal(2))));
                }
            }
            return rows;
        } finally {
            Files.delete(file);
        }
    }

    private static List<List<String>> sorted(List<List<String>> rows) {
        return rows.stream()
                .filter(row -> !row.getFirst().isEmpty())
                .sorted(Comparator.comparing(List::toString))
                .toList();
    }

    // 2.50 and 2.5 are the same figure.
    private static String plain(@Nullable Object cell) {
        if (cell == null) {
            return "";
        }
        var text = cell.toString();
        return text.matches("-?\\d+(\\.\\d+)?")
                ? new BigDecimal(text).stripTrailingZeros().toPlainString()
                : text;
    }
}
