package io.asktrail.service.stream;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.converter.HttpMessageConverter;

/** Controllers may return streams. */
@AutoConfiguration
class StreamAutoConfiguration {
    @Bean
    HttpMessageConverter<?> streamWriter() {
        return new StreamWriter();
    }
}
