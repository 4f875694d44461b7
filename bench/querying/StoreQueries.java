package io.asktrail.querying;

import io.asktrail.adsstore.AdsStore;
import io.asktrail.contracts.agent.DataAgent.FetchRequest;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Deadline;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.FieldId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.id.StepId;
import io.asktrail.contracts.id.ToolRef;
import io.asktrail.contracts.plan.StepInputs;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.contracts.task.Direction;
import io.asktrail.contracts.task.Entities;
import io.asktrail.contracts.task.Grain;
import io.asktrail.contracts.task.Ordering;
import io.asktrail.postgres.Credentials;
import io.asktrail.postgres.TemporaryPostgres;
import io.asktrail.querying.session.Connections;
import io.asktrail.querying.source.ConnectionSettings;
import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import io.asktrail.registry.tool.ToolDefinition;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What agent-ads' fetch takes over a store of 1.4 million campaign-days (2,000 campaigns, 24 months), beside the best SQL
 * that somebody would write for the same question over JDBC. Row security holds in both, and both read in
 * transactions that can only read; one client, warm, in turn. The periods vary, so that nothing answers from memory. Both
 * sums are compared, so that both answer the question.
 */
public final class StoreQueries {
    private static final String DATABASE = "store_queries";
    private static final Credentials READER = new Credentials("asktrail_ads", "ads");
    private static final LocalDate LAST = LocalDate.parse("2025-10-31");
    // By time: of short questions the JVM needs thousands until it has compiled the way of one, of long ones it sees few.
    private static final Duration WARM = Duration.ofSeconds(10);
    private static final int TIMED = 400;

    private StoreQueries() {}

    /**
     * @param days of the period
     * @param sql with the first and the last day, and what {@code more} holds, as parameters
     */
    private record Question(
            String name,
            int days,
            String metrics,
            @Nullable String group,
            @Nullable Grain grain,
            boolean oneCampaign,
            @Nullable Integer limit,
            String sql) {}

    private static final List<Question> QUESTIONS = List.of(
            new Question("ROAS parts by channel, 7 days", 7, "spend attributed_sales", "channel", null, false, null, """
                    SELECT channel, sum(cost), sum(attributed_sales) FROM ads.campaign_daily
                    WHERE date BETWEEN ? AND ? GROUP BY channel ORDER BY channel
                    """),
            new Question("top 10 campaigns by spend, a month", 31, "spend", "campaign", null, false, 10, """
                    SELECT campaign_name, spent.campaign_id, spent.cost
                    FROM (SELECT campaign_id, sum(cost) AS cost FROM ads.campaign_daily WHERE date BETWEEN ? AND ?
                          GROUP BY campaign_id ORDER BY cost DESC LIMIT 10) AS spent
                    JOIN ads.campaigns USING (campaign_id) ORDER BY 3 DESC
                    """),
            new Question("spend by day, 90 days", 90, "spend", "date", Grain.DAY, false, null, """
                    SELECT date, sum(cost) FROM ads.campaign_daily WHERE date BETWEEN ? AND ? GROUP BY date ORDER BY date
                    """),
            new Question("one campaign by day, 90 days", 90, "spend", "date", Grain.DAY, true, null, """
                    SELECT date, sum(cost) FROM ads.campaign_daily
                    WHERE date BETWEEN ? AND ?
                      AND campaign_id IN (SELECT campaign_id FROM ads.campaigns WHERE campaign_name = ?)
                    GROUP BY date ORDER BY date
                    """));

    public static void main(String[] arguments) throws Exception {
        var server = TemporaryPostgres.shared();
        server.ensureRole(READER);
        server.ensureDatabase(DATABASE, server.superuser().user());
        var url = server.jdbcUrl(DATABASE);
        fill(url, server.superuser());
        var settings = new ConnectionSettings(url, READER.user(), READER.password());
        try (var connections = new Connections(Map.of("ads", settings));
                var jdbc = DriverManager.getConnection(url, READER.user(), READER.password())) {
            var registry = RegistryLoader.load(RegistryLocation.bundled("demo"));
            var reader = TableReader.open(
                    new ServedTools(ToolDefinition.Agent.ADS, Set.of(ToolDefinition.Kind.API)),
                    () -> registry,
                    connections,
                    Clock.systemUTC());
            jdbc.setAutoCommit(false);
            jdbc.setReadOnly(true);
            // On a virtual thread, as services do: a question that a thread of the system asks waits for it to wake up.
            try (var asServicesDo = Executors.newVirtualThreadPerTaskExecutor()) {
                asServicesDo.submit(() -> compareAll(reader, jdbc)).get();
            }
        }
    }

    private static boolean compareAll(TableReader reader, Connection jdbc) throws SQLException {
        for (var regions : List.of(List.of("*"), List.of("Delhi", "Kerala"))) {
            for (var question : QUESTIONS) {
                compare(reader, jdbc, regions, question);
            }
        }
        return true;
    }

    private static void compare(TableReader reader, Connection jdbc, List<String> regions, Question question)
            throws SQLException {
        var fetched = new long[TIMED];
        var byHand = new long[TIMED];
        var started = System.nanoTime();
        var warm = false;
        var timed = 0;
        for (var n = 0; timed < TIMED; n++) {
            warm = warm || System.nanoTime() - started > WARM.toNanos();
            var last = LAST.minusDays(Math.floorMod(n * 37, 600));
            var first = last.minusDays(question.days() - 1L);
            // Every seventh is in Delhi, so that those of two regions see it, too.
            var campaign = "Campaign " + 7 * (1 + Math.floorMod(n * 101, 285));
            // Whoever reads a period second finds its pages in memory, so they take turns.
            var oursFirst = Math.floorMod(n, 2) == 0;
            var before = oursFirst ? null : byHand(jdbc, regions, question, first, last, campaign);
            var ours = fetch(reader, regions, question, first, last, campaign);
            var theirs = before == null ? byHand(jdbc, regions, question, first, last, campaign) : before;
            if (ours.sum().compareTo(theirs.sum()) != 0) {
                throw new IllegalStateException("%s: %s is not %s".formatted(question.name(), ours, theirs));
            }
            if (warm) {
                fetched[timed] = ours.nanos();
                byHand[timed++] = theirs.nanos();
            }
        }
        System.out.printf(
                "%-36s %-16s fetch p50 %6.2f ms, by hand %6.2f ms: %.2f%n",
                question.name(),
                regions.equals(List.of("*")) ? "all regions" : "two regions",
                median(fetched),
                median(byHand),
                median(fetched) / median(byHand));
    }

    private static double median(long[] times) {
        var sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2] / 1e6;
    }

    private record Timed(BigDecimal sum, long nanos) {}

    private static Timed fetch(
            TableReader reader,
            List<String> regions,
            Question question,
            LocalDate first,
            LocalDate last,
            String campaign) {
        var caller = new Caller("bench", List.of(Role.ADMIN), regions, List.of(), List.of());
        var call = new CallContext(caller, Deadline.in(Duration.ofMinutes(1), Clock.systemUTC()), "key");
        var order = question.limit() == null
                ? List.<Ordering>of()
                : List.of(new Ordering(FieldId.of(new MetricId("spend")), Direction.DESC));
        var inputs = new StepInputs.Fetch(
                Stream.of(question.metrics().split(" ")).map(MetricId::new).toList(),
                question.group() == null ? List.of() : List.of(new DimensionId(question.group())),
                question.grain(),
                new StepInputs.DateRange(first, last),
                ZoneId.of("Asia/Kolkata"),
                question.oneCampaign()
                        ? Entities.of(new DimensionId("campaign"), List.of(campaign))
                        : Entities.NONE,
                List.of(),
                order,
                question.limit());
        var request =
                new FetchRequest(new StepId("s"), ToolRef.parse("amazon_ads_api.get_campaign_metrics"), inputs);
        var started = System.nanoTime();
        var result = reader.fetch(call, request);
        var nanos = System.nanoTime() - started;
        return switch (result) {
            case StepResult.Missing missing -> throw new IllegalStateException(missing.toString());
            case StepResult.Rows rows -> {
                var place = rows.table().columns().stream()
                        .map(column -> column.id())
                        .toList()
                        .indexOf("spend");
                yield new Timed(
                        rows.table().rows().stream()
                                .map(row -> (BigDecimal) row.get(place))
                                .reduce(BigDecimal.ZERO, BigDecimal::add),
                        nanos);
            }
        };
    }

    private static Timed byHand(
            Connection jdbc, List<String> regions, Question question, LocalDate first, LocalDate last, String campaign)
            throws SQLException {
        var started = System.nanoTime();
        var claim = regions.equals(List.of("*")) ? "*" : "[\"" + String.join("\", \"", regions) + "\"]";
        try (var set = jdbc.prepareStatement("SELECT set_config('asktrail.regions', ?, true)")) {
            set.setString(1, claim);
            set.executeQuery().close();
        }
        var sum = BigDecimal.ZERO;
        try (var query = jdbc.prepareStatement(question.sql())) {
            query.setObject(1, first);
            query.setObject(2, last);
            if (question.oneCampaign()) {
                query.setString(3, campaign);
            }
            try (var rows = query.executeQuery()) {
                var columns = rows.getMetaData().getColumnCount();
                var place = question.metrics().contains(" ") ? columns - 1 : columns;
                while (rows.next()) {
                    sum = sum.add(rows.getBigDecimal(place));
                }
            }
        } finally {
            jdbc.rollback();
        }
        return new Timed(sum, System.nanoTime() - started);
    }

    private static void fill(String url, Credentials owner) throws SQLException {
        AdsStore.prepared(() -> DriverManager.getConnection(url, owner.user(), owner.password()));
        var statements = new ArrayList<String>();
        statements.add("GRANT CONNECT ON DATABASE " + DATABASE + " TO asktrail_ads");
        statements.add("INSERT INTO ads.profiles VALUES (1, 'IN', 'INR', 'Asia/Kolkata', 'Bench')");
        statements.add("""
                INSERT INTO ads.campaigns
                SELECT n, 1, 'Campaign ' || n, CASE WHEN n % 20 < 12 THEN 'SP' WHEN n % 20 < 17 THEN 'SB' ELSE 'SD' END,
                       'enabled', (ARRAY['Delhi', 'Kerala', 'Goa', 'Punjab', NULL])[1 + n % 7], 1000, DATE '2023-01-01'
                FROM generate_series(1, 2000) AS n
                """);
        statements.add("""
                INSERT INTO ads.campaign_daily
                SELECT DATE '2025-10-31' - day, 1, channel, campaign_id, h % 9800 + 200, h % 200, (h % 300000) / 100.0,
                       (h % 900000) / 100.0, h % 7, h % 9, h % 3, 1000
                FROM generate_series(729, 0, -1) AS day, ads.campaigns,
                     LATERAL (SELECT abs(hashint8extended(campaign_id * 1000 + day, 7)) AS h) AS draw
                WHERE h % 100 < 96
                ORDER BY day DESC, campaign_id
                """);
        statements.add("""
                INSERT INTO ads.report_days
                SELECT 1, report, 'campaign_daily', channel, day::date, 'api'
                FROM (VALUES ('spCampaigns', 'SP'), ('sbCampaigns', 'SB'), ('sdCampaigns', 'SD')) AS r (report, channel),
                     generate_series(DATE '2023-11-02', DATE '2025-10-31', interval '1 day') AS day
                """);
        statements.add("VACUUM (ANALYZE)");
        try (var connection = DriverManager.getConnection(url, owner.user(), owner.password());
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
            try (var rows = statement.executeQuery("SELECT count(*) FROM ads.campaign_daily")) {
                rows.next();
                System.out.printf("%,d campaign-days%n", rows.getLong(1));
            }
        }
    }
}
