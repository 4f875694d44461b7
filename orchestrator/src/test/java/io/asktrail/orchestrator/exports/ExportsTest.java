package io.asktrail.orchestrator.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asktrail.contracts.answer.Answer;
import io.asktrail.contracts.answer.AnswerStatus;
import io.asktrail.contracts.answer.CacheUse;
import io.asktrail.contracts.answer.Caveat;
import io.asktrail.contracts.answer.Chart;
import io.asktrail.contracts.answer.Cost;
import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Deadline;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.file.FileOrder;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.FieldId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.plan.Plan;
import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.ColumnType;
import io.asktrail.contracts.table.Table;
import io.asktrail.contracts.task.Entities;
import io.asktrail.contracts.task.Export;
import io.asktrail.contracts.task.Filter;
import io.asktrail.contracts.task.FilterValue;
import io.asktrail.contracts.task.Intent;
import io.asktrail.contracts.task.Operator;
import io.asktrail.contracts.task.Period;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.orchestrator.answering.AnswerStore;
import io.asktrail.orchestrator.answering.RightsPrints;
import io.asktrail.orchestrator.approvals.ApprovalStore;
import io.asktrail.orchestrator.approvals.Approvals;
import io.asktrail.orchestrator.approvals.Subject;
import io.asktrail.orchestrator.state.StateDatabase;
import io.asktrail.orchestrator.state.TestState;
import io.asktrail.registry.Registry;
import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class ExportsTest {
    private static final Registry DEMO = RegistryLoader.load(RegistryLocation.bundled("demo"));
    private static final StateDatabase STATE = TestState.of("exports", 4);
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final Clock CLOCK = Clock.systemUTC();
    private static final Caller ASHA = caller("asha", Role.ANALYST);
    private static final Caller VIEWER = caller("vani", Role.VIEWER);
    private static final Caller MEERA = caller("meera", Role.MANAGER);
    private static final ExportRequest XLSX = new ExportRequest(Export.Format.XLSX, null, null);
    private static final Period DAYS =
            new Period(LocalDate.of(2025, 11, 1), LocalDate.of(2025, 11, 2), ZoneId.of("Asia/Kolkata"), null, null);
    private static final Plan ONE_FETCH = plan("""
        {"steps":[{"id":"s1","tool":"sales_db.query","inputs":{"metrics":["net_sales"],"group_by":["city"],
         "date_range":"2025-11-01..2025-11-02","tz":"Asia/Kolkata"}}],"outputs":{"table":"s1","narrative":true}}
        """);
    private static final Plan WORKED_OUT = plan("""
        {"steps":[{"id":"s1","tool":"sales_db.query","inputs":{"metrics":["gross_sales","refunds"],"group_by":["city"],
         "date_range":"2025-11-01..2025-11-02","tz":"Asia/Kolkata"}},
         {"id":"c1","tool":"compute.aggregate","inputs":{"left":"s1","formulas":["net_sales=gross_sales-refunds"]}}],
         "outputs":{"table":"c1","narrative":true}}
        """);

    private static final Plan ORDERED = plan("""
        {"steps":[{"id":"s1","tool":"sales_db.query","inputs":{"metrics":["net_sales"],"group_by":["city"],
         "date_range":"2025-11-01..2025-11-02","tz":"Asia/Kolkata"}},
         {"id":"c1","tool":"compute.aggregate","inputs":{"left":"s1","select":["net_sales"],
          "order_by":[{"field":"net_sales","direction":"desc"}]}}],
         "outputs":{"table":"c1","narrative":true}}
        """);

    private final KeptOrders files = new KeptOrders();
    private final AnswerStore answers = new AnswerStore(STATE, JSON, new RightsPrints(() -> DEMO));
    private final Approvals approvals = new Approvals(
            new ApprovalStore(STATE, JSON, CLOCK), () -> DEMO, JSON, Duration.ofDays(7), Duration.ofHours(24), CLOCK);
    private final Easel easel = new Easel();
    private final Exports exports =
            new Exports(answers, files, easel, approvals, () -> DEMO, Duration.ofSeconds(100), CLOCK);

    @AfterAll
    static void close() {
        STATE.close();
    }

    @Test
    void givesAQuestionForAFileItsFile() {
        // Given
        var answer = answer(export(Export.Format.PARQUET), ONE_FETCH);

        // When
        var with = exports.attached(call(ASHA), answer);

        // Then
        assertThat(with.export()).isNotNull();
        assertThat(with.text()).isEqualTo("Net sales by city. The file is ready.");
        assertThat(with.table()).isEqualTo(answer.table());
        assertThat(files.last().format()).isEqualTo(Export.Format.PARQUET);
        assertThat(files.last().content()).isEqualTo(new FileOrder.Given(table(), false));
        assertThat(files.last().cover().method()).isEqualTo("Summed up.");
    }

    @Test
    void makesNoFileThatNobodyAskedFor() {
        // Given
        var answer = answer(TaskSpec.query(metrics("net_sales"), DAYS).build(), ONE_FETCH);

        // When / Then
        assertThat(exports.attached(call(ASHA), answer)).isSameAs(answer);
        assertThat(files.orders).isEmpty();
    }

    @Test
    void keepsTheTableWhereTheFileCannotBeWritten() {
        // Given
        files.down = true;

        // When
        var with = exports.attached(call(ASHA), answer(export(Export.Format.CSV), ONE_FETCH));

        // Then
        assertThat(with.export()).isNull();
        assertThat(with.table()).isEqualTo(table());
        assertThat(with.text()).endsWith("There is no file: agent-files cannot be reached.");
        assertThat(with.caveats()).contains(new Caveat("file_missing", "agent-files cannot be reached."));
    }

    @Test
    void readsAgainWhatTheLimitOfAnswersHasCut() {
        // Given
        var answer = kept(ASHA, answer(export(Export.Format.CSV), ONE_FETCH, new Caveat("truncated", "Cut.")));

        // When
        exports.ofAnswer(call(ASHA), answer.id(), XLSX);

        // Then
        assertThat(files.last().content()).isInstanceOfSatisfying(FileOrder.Streamed.class, streamed -> {
            assertThat(streamed.request().single()).isFalse();
            assertThat(streamed.request().tool()).hasToString("sales_db.query");
            assertThat(streamed.request().inputs())
                    .isEqualTo(ONE_FETCH.steps().getFirst().inputs());
        });
    }

    @Test
    void saysWhatToDoWhereTheRestWouldHaveToBeWorkedOut() {
        // Given
        var answer = kept(ASHA, answer(export(Export.Format.CSV), WORKED_OUT, new Caveat("truncated", "Cut.")));

        // When / Then: half a table in a file that does not say so would be taken for the whole
        assertRefused(() -> exports.ofAnswer(call(ASHA), answer.id(), XLSX), ErrorCode.TOO_MANY_ROWS);
        assertThat(exports.attached(call(ASHA), answer).text()).contains("Ask for fewer days or fewer groups");
        assertThat(files.orders).isEmpty();
    }

    @Test
    void readsAgainInTheOrderOfAnAnswerThatOnlyOrdersItsRows() {
        // Given
        var answer = kept(ASHA, answer(export(Export.Format.CSV), ORDERED, new Caveat("truncated", "Cut.")));

        // When
        exports.ofAnswer(call(ASHA), answer.id(), XLSX);

        // Then
        assertThat(files.last().content())
                .isInstanceOfSatisfying(
                        FileOrder.Streamed.class,
                        streamed -> assertThat(streamed.request().inputs().orderBy())
                                .hasToString("[Ordering[field=net_sales, direction=DESC]]"));
    }

    @Test
    void putsTheChartIntoAWorkbookAndIntoNothingElse() {
        // Given
        var answer = kept(ASHA, drawnAnswer());

        // When
        exports.ofAnswer(call(ASHA), answer.id(), XLSX);
        exports.ofAnswer(call(ASHA), answer.id(), new ExportRequest(Export.Format.CSV, null, null));

        // Then
        assertThat(files.orders)
                .extracting(order -> order.cover().chart() == null
                        ? null
                        : new String(order.cover().chart().png(), StandardCharsets.UTF_8))
                .containsExactly("drawn", null);
    }

    @Test
    void writesTheRowsWhereTheChartCannotBeDrawn() {
        // Given
        easel.broken = true;
        var answer = kept(ASHA, drawnAnswer());

        // When
        exports.ofAnswer(call(ASHA), answer.id(), XLSX);

        // Then
        assertThat(files.last().cover().chart()).isNull();
        assertThat(files.last().cover().caveats()).extracting(Caveat::code).contains("chart_missing");
    }

    @Test
    void makesNoFileOfAnothersAnswer() {
        // Given
        var answer = kept(ASHA, answer(export(Export.Format.CSV), ONE_FETCH));

        // When / Then
        assertRefused(() -> exports.ofAnswer(call(MEERA), answer.id(), XLSX), ErrorCode.UNKNOWN_ID);
        assertRefused(() -> exports.subject(MEERA, answer.id()), ErrorCode.UNKNOWN_ID);
    }

    @Test
    void asksForConsentWhereTheRoleNeedsItForAnyFile() {
        // Given
        var answer = kept(VIEWER, answer(export(Export.Format.CSV), ONE_FETCH));
        assertRefused(() -> exports.ofAnswer(call(VIEWER), answer.id(), XLSX), ErrorCode.APPROVAL_NEEDED);
        assertThat(exports.attached(call(VIEWER), answer).caveats())
                .extracting(Caveat::code)
                .contains("file_missing");

        // When
        var asked = exports.request(call(VIEWER), exports.subject(VIEWER, answer.id()), "for the board");
        approvals.decide(MEERA, asked.id(), true, null);
        exports.ofApproval(call(VIEWER), asked.id(), XLSX);

        // Then
        assertThat(files.last().format()).isEqualTo(Export.Format.XLSX);
        assertThat(files.last().content()).isEqualTo(new FileOrder.Given(table(), false));
        assertThat(files.last().cover().policies())
                .singleElement()
                .asString()
                .startsWith("meera consented on ")
                .endsWith("to what vani asked for (%s): for the board".formatted(asked.id()));
        assertThat(approvals.find(VIEWER, asked.id()).history())
                .extracting("event")
                .containsExactly("requested", "approved", "exported");
    }

    @Test
    void asksForNoConsentThatNobodyWants() {
        // Given
        var answer = kept(ASHA, answer(export(Export.Format.CSV), ONE_FETCH));

        // When / Then
        assertRefused(
                () -> exports.request(call(ASHA), exports.subject(ASHA, answer.id()), "why not"),
                ErrorCode.MALFORMED_REQUEST);
    }

    @Test
    void givesSingleRowsOnceSomebodyElseHasConsented() {
        // Given
        var task = rows("net_sales")
                .entities(Entities.NONE.with(new DimensionId("geo"), List.of("Delhi")))
                .limit(50)
                .build();
        assertRefused(() -> exports.ofRows(call(ASHA), task, XLSX), ErrorCode.APPROVAL_NEEDED);
        var asked = exports.request(call(ASHA), new Subject.OfRows(task), "audit");
        assertThat(asked.summary())
                .isEqualTo("Single rows of order lines from 2025-11-01 to 2025-11-02 (Asia/Kolkata),"
                        + " where the state is Delhi, at most 50.");

        // When
        approvals.decide(MEERA, asked.id(), true, null);
        exports.ofRows(call(ASHA), task, new ExportRequest(Export.Format.CSV, true, asked.id()));

        // Then
        assertThat(files.last().byteOrderMark()).isTrue();
        assertThat(files.last().content()).isInstanceOfSatisfying(FileOrder.Streamed.class, streamed -> {
            var request = streamed.request();
            assertThat(request.single()).isTrue();
            assertThat(request.tool()).hasToString("sales_db.query");
            assertThat(request.inputs().metrics()).isEmpty();
            assertThat(request.inputs().dateRange()).hasToString("2025-11-01..2025-11-02");
            assertThat(request.inputs().entities()).isEqualTo(task.entities());
            assertThat(request.inputs().limit()).isEqualTo(50);
        });

        // And no other rows under the same consent
        var more = task.toBuilder().limit(51).build();
        assertRefused(
                () -> exports.ofRows(call(ASHA), more, new ExportRequest(null, null, asked.id())),
                ErrorCode.ALREADY_DECIDED);
    }

    @Test
    void wantsConsentForSingleRowsOfAQuestionToo() {
        // Given
        var task = rows("orders")
                .export(new Export(Export.Format.CSV, Export.Rows.RAW))
                .build();

        // When
        var with = exports.attached(call(ASHA), answer(task, ONE_FETCH));

        // Then
        assertThat(with.export()).isNull();
        assertThat(with.text()).contains("somebody else's consent");
        assertThat(files.orders).isEmpty();
    }

    @Test
    void opensSingleRowsAsThePolicySays() {
        assertRefused(() -> exports.ofRows(call(VIEWER), rows("orders").build(), XLSX), ErrorCode.FORBIDDEN);
        assertRefused(() -> exports.ofRows(call(ASHA), rows("spend").build(), XLSX), ErrorCode.FORBIDDEN);
        assertRefused(() -> exports.ofRows(call(VIEWER), rows("cogs").build(), XLSX), ErrorCode.FORBIDDEN);
        // AOV is worked out from numbers of order lines
        assertRefused(() -> exports.ofRows(call(ASHA), rows("aov").build(), XLSX), ErrorCode.APPROVAL_NEEDED);
    }

    @Test
    void refusesOfSingleRowsWhatOnlyGroupsHave() {
        var filter = new Filter(new FieldId("orders"), Operator.GT, new FilterValue.Text("1"));
        assertRefused(
                () -> exports.ofRows(
                        call(ASHA),
                        rows("orders").groupBy(List.of(new DimensionId("geo"))).build(),
                        XLSX),
                ErrorCode.MALFORMED_REQUEST);
        assertRefused(
                () -> exports.ofRows(
                        call(ASHA), rows("orders").filters(List.of(filter)).build(), XLSX),
                ErrorCode.MALFORMED_REQUEST);
    }

    private static TaskSpec.Builder rows(String metric) {
        return new TaskSpec.Builder(Intent.DATA_EXPORT, metrics(metric), DAYS);
    }

    private static TaskSpec export(Export.Format format) {
        return new TaskSpec.Builder(Intent.DATA_EXPORT, metrics("net_sales"), DAYS)
                .groupBy(List.of(new DimensionId("city")))
                .export(new Export(format))
                .build();
    }

    private static List<MetricId> metrics(String id) {
        return List.of(new MetricId(id));
    }

    private static Table table() {
        return new Table(
                List.of(
                        new Column("city", "City", ColumnType.TEXT, null),
                        new Column("net_sales", "Net sales", ColumnType.NUMBER, "INR")),
                List.of(List.of("Delhi", new BigDecimal("12.5"))));
    }

    private Answer kept(Caller caller, Answer answer) {
        answers.keep(caller, answer);
        return answer;
    }

    private static Answer answer(TaskSpec task, @Nullable Plan plan, Caveat... caveats) {
        return answer(task, plan, null, List.of(caveats));
    }

    private static Answer drawnAnswer() {
        var chart = new Chart(Map.of("$schema", "https://vega.github.io/schema/vega-lite/v6.json", "mark", "bar"));
        return answer(export(Export.Format.XLSX), ONE_FETCH, chart, List.of());
    }

    private static Answer answer(TaskSpec task, @Nullable Plan plan, @Nullable Chart chart, List<Caveat> caveats) {
        return new Answer(
                "ans_" + UUID.randomUUID(),
                "con_1",
                AnswerStatus.ANSWERED,
                "Net sales by city as a file",
                Language.ENGLISH,
                "Net sales by city.",
                List.of(),
                table(),
                chart,
                List.of(),
                "Summed up.",
                List.of(),
                caveats,
                null,
                null,
                List.of(),
                List.of(),
                null,
                task,
                plan,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Cost.NONE,
                CacheUse.MISS,
                DEMO.version(),
                null,
                1,
                null);
    }

    private static Plan plan(String json) {
        return JSON.readValue(json, Plan.class);
    }

    private static CallContext call(Caller caller) {
        return new CallContext(caller, Deadline.in(Duration.ofSeconds(10), CLOCK), "key");
    }

    private static Caller caller(String sub, Role role) {
        return new Caller(sub, List.of(role), List.of("*"), List.of(), List.of());
    }

    private static void assertRefused(ThrowingCallable call, ErrorCode code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        SuiteException.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
