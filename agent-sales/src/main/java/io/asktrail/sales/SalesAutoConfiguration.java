package io.asktrail.sales;

import io.asktrail.contracts.agent.SalesAgent;
import io.asktrail.querying.ServedTools;
import io.asktrail.querying.TableReader;
import io.asktrail.querying.session.Connections;
import io.asktrail.registry.CurrentRegistry;
import io.asktrail.registry.tool.ToolDefinition;
import io.asktrail.service.call.FirstResults;
import java.time.Clock;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The agent as a bean; behind HTTP only where it is a service of its own. */
@AutoConfiguration
public class SalesAutoConfiguration {
    static final String LOGIC = "salesLogic";

    private static final ServedTools SERVED =
            new ServedTools(ToolDefinition.Agent.SALES, Set.of(ToolDefinition.Kind.SQL));

    @Bean(LOGIC)
    @Primary
    SalesAgent salesLogic(CurrentRegistry registry, Connections connections, Clock clock) {
        return new SalesWarehouse(TableReader.open(SERVED, registry, connections, clock));
    }

    @Bean
    @ConditionalOnProperty(name = "asktrail.service", havingValue = SalesService.NAME)
    SalesController salesController(@Qualifier(LOGIC) SalesAgent logic, FirstResults first) {
        return new SalesController(logic, first);
    }
}
