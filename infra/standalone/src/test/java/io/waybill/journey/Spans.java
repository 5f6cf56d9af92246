package io.waybill.journey;

import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Collects the spans of every service of this JVM. */
@Configuration(proxyBeanMethods = false)
public class Spans {
    // One for each service, because a service that ends takes its exporter along.
    private static final List<InMemorySpanExporter> EXPORTERS = new CopyOnWriteArrayList<>();

    @Bean
    SpanProcessor toMemory() {
        InMemorySpanExporter exporter = InMemorySpanExporter.create();
        EXPORTERS.add(exporter);
        return SimpleSpanProcessor.create(exporter);
    }

    /** Those that have ended so far, of one trace. */
    static List<SpanData> of(String traceId) {
        return EXPORTERS.stream()
                .flatMap(exporter -> exporter.getFinishedSpanItems().stream())
                .filter(span -> span.getTraceId().equals(traceId))
                .toList();
    }
}
