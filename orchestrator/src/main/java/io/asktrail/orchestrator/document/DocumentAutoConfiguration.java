package io.asktrail.orchestrator.document;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The description of the API. */
@AutoConfiguration
class DocumentAutoConfiguration {
    @Bean
    PublicApiDocument publicApiDocument() {
        return new PublicApiDocument();
    }

    @Bean
    RecordSchemas recordSchemas() {
        return new RecordSchemas();
    }
}
