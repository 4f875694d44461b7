package io.asktrail.querying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.querying.engine.Engine;
import io.asktrail.querying.statement.StatementBuilder;
import io.asktrail.registry.tool.ToolDefinition;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EstimatedPercentilesTest {
    private static final Caller OWNER = new Caller("owner", List.of(Role.ADMIN), List.of("*"), List.of(), List.of());

    @Test
    void anEngineThatOnlyEstimatesPercentilesGivesNone() {
        // Given
        var statement = statement("median_order", Engine.TRINO);

        // When, Then
        assertThatThrownBy(statement::build).isInstanceOfSatisfying(SuiteException.class, refused -> {
            assertThat(refused.code()).isEqualTo(ErrorCode.NO_PATH);
            assertThat(refused)
                    .hasMessageContaining("Median order cannot be given: Trino, which holds Order lines, only"
                            + " estimates percentiles");
        });
    }

    @Test
    void theSameEngineGivesEveryOtherNumberOfTheTable() {
        // When
        var statement = statement("gross_sales orders", Engine.TRINO).build();

        // Then
        assertThat(statement.columns()).hasSize(2);
    }

    private static StatementBuilder statement(String metrics, Engine engine) {
        var capability = metrics.startsWith("median") ? "shop_db.order_values" : "shop_db.lines";
        var served = new ServedTools(ToolDefinition.Agent.SALES, Set.of(ToolDefinition.Kind.SQL));
        var fetch = new FetchResolver(served)
                .resolve(SampleRegistry.make(100), OWNER, new SampleFetch(capability, metrics).request());
        return new StatementBuilder(fetch, engine);
    }
}
