package io.waybill.eventing.consumer;

import io.waybill.eventing.AxonOnPostgres;
import io.waybill.eventing.kafka.KafkaEventSource;
import io.waybill.eventing.kafka.KafkaEventSourceSettings;
import io.waybill.eventing.kafka.Strangers;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.UUID;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A service that consumes events, to be imported: pooled streaming processors on the topic, their tokens beside their
 * effects in the service's own database, in one transaction. A handler that fails is never passed over: its batch is
 * rolled back and tried again, with back-off, and the processor's status says so. What fails for the event's own sake is
 * parked by an interceptor that the service adds.
 */
@Configuration(proxyBeanMethods = false)
@Import(AxonOnPostgres.class)
public class ConsumerConfiguration {
    /** How long a segment stays with a node that is no longer heard of, and how often a living one speaks up. */
    private static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(10);

    private static final Duration CLAIM_EXTENSION = Duration.ofMillis(1_500);

    private static final TokenSchema TOKENS = TokenSchema.builder()
            .setTokenTable("token_entry")
            .setProcessorNameColumn("processor_name")
            .setTokenTypeColumn("token_type")
            .build();

    @Bean
    KafkaEventSource kafkaEventSource(
            @Value("${waybill.kafka.bootstrap-servers}") String bootstrapServers,
            @Value("${waybill.kafka.topic:waybill.events}") String topic,
            Serializer serializer,
            EventUpcasterChain upcasters,
            ObjectProvider<Strangers> strangers) {
        return new KafkaEventSource(
                KafkaEventSourceSettings.of(bootstrapServers, topic),
                serializer,
                upcasters,
                strangers.getIfAvailable(() -> Strangers.UNWELCOME));
    }

    @Bean
    LogHead logHead(KafkaEventSource source) {
        return new LogHead(source);
    }

    @Bean
    SegmentTokens segmentTokens(JdbcClient jdbc, Serializer serializer) {
        return new SegmentTokens(jdbc, serializer);
    }

    /** Tokens in the table {@code token_entry}, through whatever connection the current transaction has. */
    @Bean
    public static TokenStore tokenStore(ConnectionProvider connections, Serializer serializer) {
        return JdbcTokenStore.builder()
                .connectionProvider(connections)
                .schema(TOKENS)
                .serializer(serializer)
                .claimTimeout(CLAIM_TIMEOUT)
                // The process alone does not say who: several services and several nodes may share one.
                .nodeId(ManagementFactory.getRuntimeMXBean().getName() + "/" + UUID.randomUUID())
                .build();
    }

    /** Each processor's segments and batch size; the first event is where a new one starts. */
    @Bean
    ConfigurerModule processors(
            KafkaEventSource source,
            @Value("${waybill.processors.segments:2}") int segments,
            @Value("${waybill.processors.batch-size:200}") int batchSize) {
        return configurer -> configurer
                .eventProcessing()
                .usingPooledStreamingEventProcessors((configuration, processor) -> processor
                        .initialSegmentCount(segments)
                        .batchSize(batchSize)
                        .claimExtensionThreshold(CLAIM_EXTENSION.toMillis())
                        .tokenClaimInterval(CLAIM_EXTENSION.toMillis())
                        .initialToken(stream -> stream.createTailToken()))
                .configureDefaultStreamableMessageSource(configuration -> source)
                .registerDefaultListenerInvocationErrorHandler(configuration -> PropagatingErrorHandler.INSTANCE);
    }
}
