package io.asktrail.router;

import io.asktrail.contracts.agent.VerifiedAgent;
import io.asktrail.model.OpenAiEmbeddings;
import io.asktrail.router.neighbour.Embedding;
import io.asktrail.router.neighbour.ExactIndex;
import io.asktrail.router.neighbour.HashedEmbedding;
import io.asktrail.router.neighbour.ModelEmbedding;
import io.asktrail.router.neighbour.NeighbourIndex;
import io.asktrail.router.state.PgVectorIndex;
import io.asktrail.router.state.PostgresVerifiedStore;
import io.asktrail.router.state.RouterDatabase;
import io.asktrail.router.state.RouterStateProperties;
import io.asktrail.router.verified.NoVerifiedStore;
import io.asktrail.router.verified.VerifiedDesk;
import io.asktrail.router.verified.VerifiedReader;
import io.asktrail.router.verified.VerifiedShelf;
import io.asktrail.router.verified.VerifiedStore;
import java.time.Clock;
import java.util.Optional;
import org.springframework.ai.embedding.EmbeddingModel;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.databind.json.JsonMapper;

/** Verified questions: where they are kept, how they are found, who may change them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({VerifiedProperties.class, RouterEmbedding.class, RouterStateProperties.class})
class VerifiedConfiguration {
    static final String DESK = "verifiedDesk";

    @Bean
    @ConditionalOnProperty("asktrail.router.state.url")
    RouterDatabase routerDatabase(RouterStateProperties properties) {
        return new RouterDatabase(properties);
    }

    @Bean
    VerifiedStore verifiedStore(
            ObjectProvider<RouterDatabase> database, ObjectProvider<JsonMapper> json, ObjectProvider<Clock> clock) {
        var there = database.getIfAvailable();
        return there == null
                ? new NoVerifiedStore()
                : new PostgresVerifiedStore(
                        there, json.getIfAvailable(JsonMapper::shared), clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    @ConditionalOnMissingBean
    Embedding embedding(RouterEmbedding properties, ObjectProvider<EmbeddingModel> models) {
        var settings = properties.embedding();
        var ours = models.getIfAvailable();
        if (ours != null) {
            var name = settings.name().isBlank() ? ours.getClass().getName() : settings.name();
            return new ModelEmbedding(name, () -> ours, settings.timeout(), settings.rest());
        }
        return settings.isOn()
                ? new ModelEmbedding(
                        settings.name(),
                        SingletonSupplier.of(() -> OpenAiEmbeddings.of(settings)),
                        settings.timeout(),
                        settings.rest())
                : new HashedEmbedding();
    }

    @Bean
    NeighbourIndex neighbourIndex(ObjectProvider<RouterDatabase> database) {
        var there = database.getIfAvailable();
        return Optional.ofNullable(there)
                .flatMap(state -> PgVectorIndex.open(state.jdbc()))
                .<NeighbourIndex>map(index -> index)
                .orElseGet(ExactIndex::new);
    }

    @Bean
    VerifiedShelf verifiedShelf(
            VocabularyStore vocabulary, VerifiedStore store, Embedding embedding, NeighbourIndex index) {
        return new VerifiedShelf(vocabulary, store, embedding, index);
    }

    @Bean
    VerifiedReader verifiedReader(VerifiedShelf shelf, VerifiedProperties properties) {
        return new VerifiedReader(shelf, properties.threshold());
    }

    @Bean(DESK)
    @Primary
    VerifiedAgent verifiedDesk(VerifiedShelf shelf, VerifiedStore store) {
        return new VerifiedDesk(shelf, store);
    }

    @Bean
    @ConditionalOnProperty(name = "asktrail.service", havingValue = RouterService.NAME)
    VerifiedController verifiedController(@Qualifier(DESK) VerifiedAgent desk) {
        return new VerifiedController(desk);
    }
}
