package io.asktrail.evals;

import io.asktrail.contracts.answer.Answer;
import io.asktrail.testkit.RunningAsktrail;
import io.asktrail.testkit.RunningAsktrail.Form;
import io.asktrail.testkit.fault.FaultProxy;
import io.asktrail.testkit.fault.ServiceProcess;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The suite in separate processes, with a proxy on every way out of the orchestrator and on the way in. */
final class FaultySuite implements AutoCloseable {
    static final List<String> AGENTS =
            List.of("router", "planner", "ads", "sales", "compute", "composer", "insights", "files");
    private static final LocalDate UNTIL = LocalDate.of(2025, 11, 15);
    private static final AtomicInteger DAY = new AtomicInteger();

    final RunningAsktrail asktrail;
    final ServiceProcess orchestrator;
    final ServiceProcess gateway;
    final FaultProxy door;
    final Client client;
    private final Map<String, ServiceProcess> agents = new LinkedHashMap<>();
    private final Map<String, FaultProxy> ways = new LinkedHashMap<>();

    FaultySuite() throws InterruptedException {
        asktrail = RunningAsktrail.start(Form.SPLIT, UNTIL);
        for (var agent : AGENTS) {
            var process = ServiceProcess.of(asktrail.home(), "agent-" + agent);
            agents.put(agent, process);
            ways.put(agent, new FaultProxy(process.port()));
        }
        orchestrator = ServiceProcess.of(asktrail.home(), "orchestrator");
        door = new FaultProxy(orchestrator.port());
        restart();
        gateway = ServiceProcess.of(asktrail.home(), "gateway");
        gateway.kill();
        gateway.start("--asktrail.gateway.orchestrator-url=" + door.url());
        client = new Client(HttpClient.newHttpClient(), asktrail.url(), asktrail.ownerToken());
    }

    ServiceProcess agent(String name) {
        return Objects.requireNonNull(agents.get(name));
    }

    FaultProxy way(String name) {
        return Objects.requireNonNull(ways.get(name));
    }

    /** What an orchestrator has to be told to go through the proxies, and more. */
    String[] settings(String... more) {
        var all = ways.entrySet().stream()
                .map(way -> "--asktrail.agents.%s.url=%s"
                        .formatted(way.getKey(), way.getValue().url()));
        return Stream.concat(all, Stream.of(more)).toArray(String[]::new);
    }

    /** The orchestrator anew, with nothing kept, under other settings. */
    void restart(String... more) {
        orchestrator.kill();
        orchestrator.start(settings(more));
        ways.values().forEach(FaultProxy::forget);
    }

    /** A day that no test has asked for, so that nothing of the answer is kept anywhere. */
    static LocalDate freshDay() {
        return UNTIL.minusDays(DAY.incrementAndGet() % 300);
    }

    /** A question of two sources over one day. */
    static String twoSources(LocalDate day) {
        return """
            {"metrics":["spend","net_sales"],"group_by":["channel"],"time":{"start":"%s","end":"%s"}}\
            """.formatted(day, day);
    }

    /** What SQL says to the half of it that the ads store answers. */
    Map<String, BigDecimal> spend(LocalDate day) throws SQLException {
        return byChannel("ads", """
            select c.channel, sum(d.cost) from ads.campaign_daily d join ads.campaigns c using (campaign_id)
            where d.date = '%s' group by 1\
            """.formatted(day));
    }

    /** And to the half that the warehouse answers. */
    Map<String, BigDecimal> netSales(LocalDate day) throws SQLException {
        return byChannel("warehouse", """
            select coalesce(c.channel, ''), sum(l.amount - l.refund_amount)
            from sales.order_lines l left join sales.campaigns c using (campaign_id)
            where l.order_date = '%s' and l.status <> 'Cancelled' group by 1\
            """.formatted(day));
    }

    private Map<String, BigDecimal> byChannel(String database, String sql) throws SQLException {
        try (var connection = new HomeDatabase(asktrail.home(), database).open();
                var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            var numbers = new LinkedHashMap<String, BigDecimal>();
            while (found.next()) {
                put(numbers, found.getString(1), found.getBigDecimal(2));
            }
            return numbers;
        }
    }

    /** A column of an answer by channel; rows without a number are left out. */
    static Map<String, BigDecimal> column(Answer answer, String metric) {
        var table = Objects.requireNonNull(answer.table(), answer.text());
        var channel = table.indexOf("channel").orElseThrow();
        var number = table.indexOf(metric).orElseThrow();
        var numbers = new LinkedHashMap<String, BigDecimal>();
        for (var row = 0; row < table.size(); row++) {
            var value = table.number(row, number);
            put(
                    numbers,
                    Objects.requireNonNullElse(table.rows().get(row).get(channel), "")
                            .toString(),
                    value);
        }
        return numbers;
    }

    // A member that a source says nothing of stands at 0 in a joined answer.
    private static void put(Map<String, BigDecimal> numbers, String channel, @Nullable BigDecimal value) {
        if (value != null && value.signum() != 0) {
            numbers.put(channel, value.stripTrailingZeros());
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        // Those that were started anew are not the supervisor's to end.
        orchestrator.close();
        agents.values().forEach(ServiceProcess::close);
        door.close();
        for (var way : ways.values()) {
            way.close();
        }
        gateway.close();
        asktrail.close();
    }
}
