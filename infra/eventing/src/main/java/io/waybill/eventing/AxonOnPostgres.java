package io.waybill.eventing;

import io.opentelemetry.api.OpenTelemetry;
import io.waybill.eventing.personal.PersonalData;
import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DefaultEventProcessorSpanFactory;
import org.axonframework.eventhandling.EventProcessorSpanFactory;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.axonframework.tracing.SpanFactory;
import org.axonframework.tracing.opentelemetry.OpenTelemetrySpanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * What every Axon service here shares, declared rather than left to auto-configuration: without JPA, Axon's starter
 * would fall back to no transactions and to XStream, and say nothing. The service declares the {@link StoredNames} and its
 * {@link PersonalData}.
 */
@Configuration(proxyBeanMethods = false)
public class AxonOnPostgres {
    /** Older events, met again in a rebuild, start a trace of their own that links to the one they came from. */
    private static final Duration SAME_TRACE_FOR = Duration.ofHours(1);

    @Bean
    @Primary
    Serializer serializer(StoredNames names, PersonalData personal) {
        return EventSerializer.of(names, personal);
    }

    @Bean
    EventUpcasterChain upcasters(StoredNames names) {
        return names.upcasters();
    }

    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager transactions) {
        return new SpringTransactionManager(transactions);
    }

    @Bean
    ConnectionProvider connectionProvider(DataSource database) {
        return new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(database));
    }

    @Bean
    SpanFactory spanFactory(ObjectProvider<OpenTelemetry> observed) {
        OpenTelemetry openTelemetry = observed.getIfAvailable(OpenTelemetry::noop);
        return OpenTelemetrySpanFactory.builder()
                .tracer(openTelemetry.getTracer("org.axonframework"))
                .contextPropagators(openTelemetry.getPropagators().getTextMapPropagator())
                .build();
    }

    @Bean
    EventProcessorSpanFactory eventProcessorSpanFactory(SpanFactory spans) {
        return DefaultEventProcessorSpanFactory.builder()
                .spanFactory(spans)
                .distributedInSameTrace(true)
                .distributedInSameTraceTimeLimit(SAME_TRACE_FOR)
                .build();
    }
}
