package io.asktrail.files;

import io.asktrail.contracts.agent.AdsAgent;
import io.asktrail.contracts.agent.FilesAgent;
import io.asktrail.contracts.agent.SalesAgent;
import io.asktrail.files.shelf.Shelf;
import io.asktrail.registry.CurrentRegistry;
import io.asktrail.registry.loading.LiveRegistry;
import io.asktrail.registry.loading.RegistryLocation;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import tools.jackson.databind.json.JsonMapper;

/** Puts agent-files into any process; its HTTP door opens only in its own. */
@AutoConfiguration
@EnableConfigurationProperties(FilesProperties.class)
class FilesAutoConfiguration {
    static final String LOGIC = "filesLogic";

    @Bean
    @ConditionalOnMissingBean(CurrentRegistry.class)
    LiveRegistry currentRegistry(Environment environment) {
        return LiveRegistry.open(RegistryLocation.of(
                environment.getProperty("asktrail.registry"), environment.getProperty("asktrail.workspace", "demo")));
    }

    @Bean
    Shelf fileShelf(FilesProperties properties, JsonMapper json, Clock clock) throws IOException {
        return Shelf.open(folder(properties.folder()), json, clock);
    }

    private static Path folder(@Nullable Path configured) throws IOException {
        return configured == null ? Files.createTempDirectory("asktrail-files-") : configured;
    }

    @Bean
    FileCounts fileCounts(MeterRegistry meters) {
        return new FileCounts(meters);
    }

    // Primary: in the agent's own process the controller is of the same type.
    @Bean(LOGIC)
    @Primary
    FilesAgent filesLogic(
            CurrentRegistry registry,
            ObjectProvider<AdsAgent> ads,
            ObjectProvider<SalesAgent> sales,
            Shelf shelf,
            FilesProperties properties,
            FileCounts counts,
            JsonMapper json,
            Clock clock) {
        var sources = new FileSources(registry, ads.getIfAvailable(), sales.getIfAvailable(), json);
        return new WrittenFiles(registry, sources, shelf, properties, counts, clock);
    }

    @Bean
    Sweeping fileSweeping(Shelf shelf, FileCounts counts, FilesProperties properties) {
        var scheduler = new SimpleAsyncTaskScheduler();
        scheduler.setVirtualThreads(true);
        scheduler.setThreadNamePrefix("file-sweep-");
        return new Sweeping(shelf, counts, properties, scheduler);
    }

    @Bean
    @ConditionalOnProperty(name = "asktrail.service", havingValue = FilesService.NAME)
    FilesController filesController(@Qualifier(LOGIC) FilesAgent logic) {
        return new FilesController(logic);
    }
}
