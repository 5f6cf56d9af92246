package io.waybill.journey;

import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Collects the spans of every service of this JVM. */
@Configuration(proxyBeanMethods = false)
public class Spans {
    private static final InMemorySpanExporter EXPORTED = InMemorySpanExporter.create();

    @Bean
    SpanProcessor toMemory() {
        return SimpleSpanProcessor.create(EXPORTED);
    }

    /** Those that have ended so far, of one trace. */
    static List<SpanData> of(String traceId) {
        return EXPORTED.getFinishedSpanItems().stream()
                .filter(span -> span.getTraceId().equals(traceId))
                .toList();
    }
}
