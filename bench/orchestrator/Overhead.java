import io.asktrail.contracts.agent.AdsAgent;
import io.asktrail.contracts.agent.DataAgent;
import io.asktrail.contracts.agent.SalesAgent;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Deadline;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.result.Freshness;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.ColumnType;
import io.asktrail.contracts.table.Table;
import io.asktrail.contracts.task.TaskRequest;
import io.asktrail.orchestrator.asking.Asking;
import io.asktrail.postgres.TemporaryPostgres;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a question of two sources takes beside its sources: they answer at once here, all else is real, the state database
 * too. Nothing is answered from what is kept: no two questions are equal.
 *
 * <pre>bench/orchestrator.sh CLASS_PATH</pre>
 */
@SpringBootConfiguration
@EnableAutoConfiguration(
        excludeName = {
            "io.asktrail.ads.AdsAutoConfiguration",
            "io.asktrail.sales.SalesAutoConfiguration",
            "io.asktrail.querying.QueryingAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration",
            "io.asktrail.gateway.GatewayAutoConfiguration",
            "io.asktrail.gateway.channel.ChannelAutoConfiguration",
            "io.asktrail.gateway.limits.LimitAutoConfiguration",
            "io.asktrail.gateway.login.LoginAutoConfiguration",
            "io.asktrail.gateway.routes.RouteAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration"
        })
public class Overhead {
    private static final int WARM = 6_000;
    private static final int MEASURED = 4_000;

    public static void main(String[] args) {
        var server = TemporaryPostgres.shared();
        var user = server.superuser();
        server.ensureDatabase("overhead", user.user());
        var application = new SpringApplication(Overhead.class);
        application.setDefaultProperties(Map.of(
                "asktrail.service", "local",
                "server.port", "0",
                "asktrail.orchestrator.cache-for", "1s",
                "asktrail.gateway.key-file", System.getProperty("java.io.tmpdir") + "/overhead-login.key",
                "asktrail.state.url", server.jdbcUrl("overhead"),
                "asktrail.state.username", user.user(),
                "asktrail.state.password", user.password()));
        try (var context = application.run()) {
            var asking = context.getBean(Asking.class);
            measure(asking, WARM);
            var nanos = measure(asking, MEASURED);
            Arrays.sort(nanos);
            System.out.printf(
                    Locale.ROOT,
                    "questions=%d p50_ms=%.2f p90_ms=%.2f p99_ms=%.2f%n",
                    nanos.length,
                    nanos[nanos.length / 2] / 1e6,
                    nanos[nanos.length * 9 / 10] / 1e6,
                    nanos[nanos.length * 99 / 100] / 1e6);
        }
        System.exit(0);
    }

    private static long[] measure(Asking asking, int count) {
        var nanos = new long[count];
        for (var i = 0; i < count; i++) {
            var day = LocalDate.of(2025, 11, 15).minusDays(i % 600);
            var limit = 10 + (int) (System.nanoTime() % 100_000);
            var task = JsonMapper.shared().readValue("""
                    {"metrics":["spend","net_sales","blended_roas"],"group_by":["channel"],"limit":%d,
                     "time":{"start":"%s","end":"%s"}}""".formatted(limit, day, day), TaskRequest.class);
            var caller = new Caller("u" + i, List.of(Role.ADMIN), List.of("*"), List.of(), List.of());
            var call = new CallContext(caller, Deadline.in(Duration.ofSeconds(20), Clock.systemUTC()), "k" + i);
            var began = System.nanoTime();
            var answer = asking.query(call, task, _ -> {});
            nanos[i] = System.nanoTime() - began;
            if (answer.table() == null) {
                throw new IllegalStateException(answer.text());
            }
        }
        return nanos;
    }

    @Bean
    AdsAgent ads() {
        return new Ads();
    }

    @Bean
    SalesAgent sales() {
        return new Sales();
    }

    private static StepResult threeRows(DataAgent.FetchRequest request) {
        var columns = new ArrayList<Column>();
        request.inputs().groupBy().forEach(dimension ->
                columns.add(new Column(dimension.value(), dimension.value(), ColumnType.TEXT, null)));
        request.inputs().metrics().forEach(metric ->
                columns.add(new Column(metric.value(), metric.value(), ColumnType.NUMBER, "INR")));
        var rows = new ArrayList<List<Object>>();
        for (var member : List.of("SP", "SB", "SD")) {
            var row = new ArrayList<Object>();
            columns.forEach(column -> row.add(column.type() == ColumnType.TEXT ? member : new BigDecimal("1234.50")));
            rows.add(row);
        }
        var fresh = new Freshness(
                "source", LocalDate.of(2020, 1, 1), LocalDate.of(2025, 11, 15), Instant.EPOCH, null);
        return new StepResult.Rows(new Table(columns, List.copyOf(rows)), 3, false, fresh, List.of(), "select", List.of(), 0);
    }

    static final class Ads implements AdsAgent {
        @Override
        public StepResult fetch(CallContext call, FetchRequest request) {
            return threeRows(request);
        }

        @Override
        public ValueFeed values(CallContext call, ValueRequest request) {
            return new ValueFeed(request.dimension(), List.of(), true);
        }

        @Override
        public List<Freshness> freshness(CallContext call) {
            return List.of();
        }
    }

    static final class Sales implements SalesAgent {
        @Override
        public StepResult fetch(CallContext call, FetchRequest request) {
            return threeRows(request);
        }

        @Override
        public StepResult template(CallContext call, TemplateRequest request) {
            throw new IllegalStateException("no templates here");
        }

        @Override
        public ValueFeed values(CallContext call, ValueRequest request) {
            return new ValueFeed(request.dimension(), List.of(), true);
        }

        @Override
        public List<Freshness> freshness(CallContext call) {
            return List.of();
        }
    }
}
