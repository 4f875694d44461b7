package io.asktrail.service.tracing;

import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SpanProcessors;
import org.springframework.context.annotation.Bean;

/** Spans on top of what Boot sets up. */
@AutoConfiguration(before = OpenTelemetryTracingAutoConfiguration.class)
class TracingAutoConfiguration {
    @Bean
    Spans spans(ObservationRegistry observations) {
        return new Spans(observations);
    }

    /** Where nothing is exported, no span is queued for it: under load that would cost time and fill the log. */
    @Bean
    SpanProcessors spanProcessors(ObjectProvider<SpanProcessor> processors, ObjectProvider<SpanExporter> exporters) {
        var exported = exporters.stream().findAny().isPresent();
        return SpanProcessors.of(processors
                .orderedStream()
                .filter(processor -> exported || !(processor instanceof BatchSpanProcessor))
                .toList());
    }
}
