package io.asktrail.ads;

import io.asktrail.contracts.agent.AdsAgent;
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
public class AdsAutoConfiguration {
    static final String LOGIC = "adsLogic";

    private static final ServedTools SERVED =
            new ServedTools(ToolDefinition.Agent.ADS, Set.of(ToolDefinition.Kind.API));

    @Bean(LOGIC)
    @Primary
    AdsAgent adsLogic(CurrentRegistry registry, Connections connections, Clock clock) {
        return new AdsStore(TableReader.open(SERVED, registry, connections, clock));
    }

    @Bean
    @ConditionalOnProperty(name = "asktrail.service", havingValue = AdsService.NAME)
    AdsController adsController(@Qualifier(LOGIC) AdsAgent logic, FirstResults first) {
        return new AdsController(logic, first);
    }
}
