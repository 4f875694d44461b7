package io.asktrail.querying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asktrail.contracts.agent.DataAgent.FetchRequest;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.result.RuleVerdict;
import io.asktrail.contracts.task.Direction;
import io.asktrail.contracts.task.Grain;
import io.asktrail.contracts.task.Operator;
import io.asktrail.querying.engine.Engine;
import io.asktrail.querying.statement.ResolvedFetch;
import io.asktrail.querying.statement.StatementBuilder;
import io.asktrail.registry.tool.ToolDefinition;
import java.util.List;
import java.util.Set;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** The guard passes what is built, and stops it as soon as one part of it is missing. */
class GuardedTest {
    private static final Caller KERALA = new Caller("k", List.of(Role.ADMIN), List.of("Kerala"), List.of(), List.of());
    private static final Caller NOBODY = new Caller("n", List.of(Role.ADMIN), List.of(), List.of(), List.of());

    private static final DimensionId GEO = new DimensionId("geo");

    private final SchemaGuard guard = new SchemaGuard();

    @Test
    void passesWhatIsBuilt() {
        for (var request : List.of(
                ads("spend clicks")
                        .by("campaign", "date")
                        .grain(Grain.WEEK)
                        .where("clicks", Operator.GT, "5")
                        .order("spend", Direction.DESC)
                        .limit(5)
                        .request(),
                ads("spend")
                        .keep("campaign", "Delhi's Diwali")
                        .where("channel", Operator.CONTAINS, "S%")
                        .request(),
                shop("gross_sales sales_to_date orders").by("product").request(),
                shop("line_count")
                        .by("date")
                        .grain(Grain.MONTH)
                        .where("gift", Operator.NE, "yes")
                        .request())) {
            assertThat(stopped(KERALA, request, sql -> sql))
                    .as(request.toString())
                    .isEmpty();
            assertThat(stopped(NOBODY, request, sql -> sql))
                    .as(request.toString())
                    .isEmpty();
        }
    }

    @Test
    void stopsAStatementThatLostItsRowPredicateItsDatesOrItsLimit() {
        // Given
        var request = ads("spend").by("channel").request();

        // When, Then
        assertThat(stopped(KERALA, request, sql -> sql.replaceAll("\"campaigns\"\\.\"geo\" (=|in) [^\\n]*", "1 = 1")))
                .contains("query.row_predicates");
        assertThat(stopped(KERALA, request, sql -> sql.replaceAll("\"campaign_daily\"\\.\"date\" >= [^\\n]*", "1 = 1")))
                .contains("query.date_bound");
        assertThat(stopped(KERALA, request, sql -> sql.replaceAll("(fetch next|limit)[^\\n]*", "")))
                .contains("query.row_limit");
    }

    @Test
    void letsAStatementOfTheBuilderPass() {
        // Given
        var request = ads("spend clicks")
                .by("campaign", "date")
                .grain(Grain.WEEK)
                .where("clicks", Operator.GT, "5")
                .request();

        // When
        var verdicts = judge(resolver("ads").resolve(SampleRegistry.make(100), KERALA, request));

        // Then
        assertThat(verdicts).isNotEmpty().allMatch(RuleVerdict::passed);
    }

    private List<RuleVerdict> judge(ResolvedFetch fetch) {
        var statement = new StatementBuilder(fetch, Engine.POSTGRESQL).build();
        var sql = DSL.using(SQLDialect.POSTGRES, Engine.RENDERING).render(statement.select());
        return guard.review(sql, Demands.ofRows(fetch, statement.tables()));
    }

    private List<String> stopped(Caller caller, FetchRequest request, java.util.function.UnaryOperator<String> tamper) {
        var tool = request.tool().tool().value();
        var fetch = resolver(tool).resolve(SampleRegistry.make(100), caller, request);
        var statement = new StatementBuilder(fetch, Engine.POSTGRESQL).build();
        var sql = DSL.using(SQLDialect.POSTGRES, Engine.RENDERING).render(statement.select());
        var demands = Demands.ofRows(fetch, statement.tables());
        return guard.review(tamper.apply(sql), demands).stream()
                .filter(verdict -> !verdict.passed())
                .map(RuleVerdict::rule)
                .toList();
    }

    private static FetchResolver resolver(String tool) {
        return new FetchResolver(
                tool.startsWith("ads")
                        ? new ServedTools(ToolDefinition.Agent.ADS, Set.of(ToolDefinition.Kind.API))
                        : new ServedTools(ToolDefinition.Agent.SALES, Set.of(ToolDefinition.Kind.SQL)));
    }

    private static SampleFetch ads(String metrics) {
        return new SampleFetch("ads_store.get_campaign_metrics", metrics);
    }

    private static SampleFetch shop(String metrics) {
        return new SampleFetch("shop_db.lines", metrics);
    }

    @Test
    void judgesOneTextAnewForACallerWhoMaySeeLess() {
        // Given: what is built for one who sees all has no row predicate
        var request = ads("spend").by("channel").request();
        var owner = new Caller("o", List.of(Role.ADMIN), List.of("*"), List.of(), List.of());
        var open = resolver("ads").resolve(SampleRegistry.make(100), owner, request);
        var closed = resolver("ads").resolve(SampleRegistry.make(100), KERALA, request);
        var statement = new StatementBuilder(open, Engine.POSTGRESQL).build();

        // When
        guard.judge(statement.select(), Demands.ofRows(open, statement.tables()));

        // Then
        assertThatThrownBy(() -> guard.judge(statement.select(), Demands.ofRows(closed, statement.tables())))
                .isInstanceOfSatisfying(SuiteException.class, refused -> {
                    assertThat(refused.code()).isEqualTo(ErrorCode.QUERY_REJECTED);
                    assertThat(refused.forCaller()).contains("query.row_predicates");
                });
    }

    @Test
    void stopsALookAtWhatIsLeftOutThatWouldReadMore() {
        // Given
        var fetch = resolver("ads")
                .resolve(SampleRegistry.make(100), KERALA, ads("spend").request());
        var builder = new StatementBuilder(fetch, Engine.POSTGRESQL);
        var select = builder.leftOutWithout(GEO, List.of(DSL.count().as("n")));
        var demands = Demands.ofLeftOut(fetch, builder.tables(), GEO);
        var sql = DSL.using(SQLDialect.POSTGRES, Engine.RENDERING).render(select);

        // When, Then
        assertThat(guard.review(sql, demands)).allMatch(RuleVerdict::passed);
        assertThat(rules(guard.review(sql.replace("\"geo\" is null", "\"geo\" is not null"), demands)))
                .containsExactly("query.row_predicates");
        assertThat(rules(guard.review(sql.replaceAll("\"campaigns\"\\.\"geo\" is null", "1 = 1"), demands)))
                .containsExactly("query.row_predicates");
        assertThat(rules(guard.review(sql.replace("fetch next 1 rows", "fetch next 2 rows"), demands)))
                .containsExactly("query.row_limit");
    }

    private static List<String> rules(List<RuleVerdict> verdicts) {
        return verdicts.stream()
                .filter(verdict -> !verdict.passed())
                .map(RuleVerdict::rule)
                .toList();
    }
}
