package io.asktrail.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asktrail.contracts.agent.DataAgent.RowsRequest;
import io.asktrail.contracts.agent.FilesAgent;
import io.asktrail.contracts.agent.SalesAgent;
import io.asktrail.contracts.answer.Caveat;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Deadline;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.file.FileCover;
import io.asktrail.contracts.file.FileOrder;
import io.asktrail.contracts.id.ToolRef;
import io.asktrail.contracts.plan.StepInputs;
import io.asktrail.contracts.plan.StepInputs.DateRange;
import io.asktrail.contracts.result.Freshness;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.contracts.table.Table;
import io.asktrail.contracts.task.Entities;
import io.asktrail.contracts.task.Export;
import io.asktrail.service.call.AgentClients;
import io.asktrail.service.token.KeyFile;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The service as it runs alone, called over HTTP as the orchestrator calls it; what it would fetch is given by a fake. */
@SpringBootTest(
        classes = FilesService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "asktrail.service=agent-files")
@Import(FilesServiceTest.Surroundings.class)
class FilesServiceTest {
    private static final String HEAD = """
        {"line":"head","columns":[{"id":"city","label":"City","type":"text"},\
        {"id":"net_sales","label":"Net sales","type":"number","unit":"INR"}],"read_at":"2025-11-15T06:00:00Z"}
        """;
    private static final Caller ANALYST = caller("asha", Role.ANALYST);
    private static final Caller ADMIN = caller("ravi", Role.ADMIN);

    @TempDir
    static Path folder;

    @TestConfiguration(proxyBeanMethods = false)
    static class Surroundings {
        @Bean
        Source salesSource() {
            return new Source();
        }
    }

    /** A warehouse that sends what it was told to. */
    static final class Source implements SalesAgent {
        private String lines = "";

        @Override
        public InputStream rows(CallContext call, RowsRequest request) {
            return new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public StepResult fetch(CallContext call, FetchRequest request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public StepResult template(CallContext call, TemplateRequest request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ValueFeed values(CallContext call, ValueRequest request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Freshness> freshness(CallContext call) {
            return List.of();
        }
    }

    private final FilesAgent agent;
    private final Source source;
    private final MeterRegistry meters;

    FilesServiceTest(
            @Autowired AgentClients clients,
            @Autowired Source source,
            @Autowired MeterRegistry meters,
            @LocalServerPort int port) {
        this.agent = clients.create(FilesAgent.class, "agent-files", URI.create("http://127.0.0.1:" + port));
        this.source = source;
        this.meters = meters;
    }

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry properties) {
        KeyFile.createIfAbsent(folder.resolve("agent-files.key"));
        properties.add("asktrail.internal.key-dir", () -> folder);
        properties.add("asktrail.files.folder", () -> folder.resolve("exports"));
    }

    @BeforeEach
    void nothingToSend() {
        source.lines = "";
    }

    @Test
    void keepsAGivenTableForTheOneItIsFor() throws IOException {
        // Given
        var table = new Table(SampleTables.COLUMNS, List.of(SampleTables.row("=1", "2025-11-01", "-5", null, "1")));
        var before = written("csv");

        // When
        var file = agent.write(call(ANALYST), order(Export.Format.CSV, new FileOrder.Given(table, true)));

        // Then
        assertThat(file.rows()).isEqualTo(1);
        assertThat(file.truncated()).isTrue();
        assertThat(file.fileName()).startsWith("net-sales-by-city-").endsWith(".csv");
        assertThat(content(ANALYST, file.id()))
                .isEqualTo("order_id,date,net_sales,acos,units\r\n'=1,2025-11-01,-5,,1\r\n")
                .hasSize((int) file.bytes());
        assertThat(agent.list(call(ANALYST))).contains(file);
        assertThat(agent.find(call(ANALYST), file.id())).isEqualTo(file);
        assertThat(written("csv")).isEqualTo(before + 1);
        assertRefused(() -> agent.find(call(ADMIN), file.id()), ErrorCode.UNKNOWN_ID);
        assertRefused(() -> agent.content(call(ADMIN), file.id()), ErrorCode.UNKNOWN_ID);

        // And until it is deleted
        agent.delete(call(ANALYST), file.id());
        assertRefused(() -> agent.find(call(ANALYST), file.id()), ErrorCode.UNKNOWN_ID);
    }

    @Test
    void writesWhatTheSourceSendsPastTheLimitOfAnswers() throws IOException {
        // Given
        var rows = 250_000;
        source.lines = HEAD
                + IntStream.range(0, rows)
                        .mapToObj("[\"City %1$d\",%1$d.25]\n"::formatted)
                        .collect(Collectors.joining())
                + end(rows);

        // When
        var file = agent.write(call(ADMIN), order(Export.Format.CSV, streamed()));

        // Then
        assertThat(file.rows()).isEqualTo(rows);
        assertThat(content(ADMIN, file.id()).lines().skip(1))
                .hasSize(rows)
                .startsWith("City 0,0.25", "City 1,1.25")
                .endsWith("City 249999,249999.25");
    }

    @Test
    void hidesPersonalDataAsThePolicySays() throws IOException {
        // Given
        source.lines = HEAD + "[\"call 98765 43210\",1]\n" + end(1);

        // When
        var masked = agent.write(call(ANALYST), order(Export.Format.CSV, streamed()));
        var clear = agent.write(call(ADMIN), order(Export.Format.CSV, streamed()));

        // Then
        assertThat(content(ANALYST, masked.id())).doesNotContain("98765").contains("call ");
        assertThat(content(ADMIN, clear.id())).contains("call 98765 43210");
    }

    @Test
    void saysInTheWorkbookHowItCameToBe() throws IOException {
        // Given
        source.lines = HEAD + "[\"Delhi\",12.5]\n" + end(1);

        // When
        var file = agent.write(call(ADMIN), order(Export.Format.XLSX, streamed()));

        // Then
        try (var book = new XSSFWorkbook(agent.content(call(ADMIN), file.id()))) {
            var lines = IntStream.rangeClosed(0, book.getSheet("Method").getLastRowNum())
                    .mapToObj(row -> book.getSheet("Method")
                                    .getRow(row)
                                    .getCell(0)
                                    .getStringCellValue() + ": "
                            + book.getSheet("Method").getRow(row).getCell(1).getStringCellValue())
                    .toList();
            assertThat(lines)
                    .contains(
                            "Question: Net sales by city",
                            "Method: Summed up.",
                            "Caveats: The last days may change.",
                            "As of: 1 rows as the source had them at 2025-11-15T06:00:00Z, read again for this file"
                                    + " under the rights of the one it is for.",
                            "Query: SELECT 1",
                            "Remarks: One day is missing.",
                            "Registry: abc");
        }
    }

    @Test
    void leavesNothingOfAFileWhoseRowsBrokeOff() {
        // Given
        source.lines = HEAD + "[\"Delhi\",12.5]\n";
        var before = agent.list(call(ADMIN)).size();

        // When / Then
        assertRefused(() -> agent.write(call(ADMIN), order(Export.Format.PARQUET, streamed())), ErrorCode.AGENT_DOWN);
        assertThat(agent.list(call(ADMIN))).hasSize(before);
        assertThat(folder.resolve("exports").toFile().list((_, name) -> name.startsWith(".") || name.endsWith(".part")))
                .isEmpty();
    }

    @Test
    void passesOnWhyASourceGaveNothing() {
        // Given
        source.lines = "{\"line\":\"failed\",\"code\":\"FORBIDDEN\",\"reason\":\"Your role does not open it.\"}\n";

        // When / Then
        assertThatThrownBy(() -> agent.write(call(ADMIN), order(Export.Format.CSV, streamed())))
                .isInstanceOfSatisfying(SuiteException.class, refused -> {
                    assertThat(refused.code()).isEqualTo(ErrorCode.FORBIDDEN);
                    assertThat(refused.forCaller()).isEqualTo("Your role does not open it.");
                });
    }

    private double written(String format) {
        return meters.counter("asktrail.files.written", "format", format).count();
    }

    private String content(Caller caller, String id) throws IOException {
        try (var stream = agent.content(call(caller), id)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static FileOrder order(Export.Format format, FileOrder.Content content) {
        var cover = new FileCover(
                "Net sales by city",
                null,
                "Summed up.",
                List.of(),
                List.of(new Caveat("provisional", "The last days may change.")),
                List.of(),
                List.of(),
                "ans_1",
                "abc",
                null);
        return new FileOrder(format, false, "Net sales by city", content, cover);
    }

    private static FileOrder.Streamed streamed() {
        var days = new DateRange(LocalDate.of(2025, 11, 1), LocalDate.of(2025, 11, 2));
        return new FileOrder.Streamed(new RowsRequest(
                ToolRef.parse("sales_db.query"),
                new StepInputs.Fetch(
                        List.of(),
                        List.of(),
                        null,
                        days,
                        ZoneId.of("Asia/Kolkata"),
                        Entities.NONE,
                        List.of(),
                        List.of(),
                        null),
                true));
    }

    private static String end(int rows) {
        return """
            {"line":"end","rows":%d,"truncated":false,"query":"SELECT 1",\
            "notes":[{"kind":"CAVEAT","code":"missing_day","text":"One day is missing."}]}
            """.formatted(rows);
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, ErrorCode code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        SuiteException.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private static CallContext call(Caller caller) {
        return new CallContext(caller, Deadline.in(Duration.ofSeconds(60), Clock.systemUTC()), "key");
    }

    private static Caller caller(String sub, Role role) {
        return new Caller(sub, List.of(role), List.of("*"), List.of(), List.of());
    }
}
