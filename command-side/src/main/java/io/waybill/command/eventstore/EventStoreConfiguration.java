package io.waybill.command.eventstore;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.propagation.Propagator;
import io.waybill.eventing.relay.Relay;
import io.waybill.eventing.relay.RelaySettings;
import io.waybill.eventing.relay.RelaySpans;
import io.waybill.eventing.store.PostgresEventStorageEngine;
import javax.sql.DataSource;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.EnableScheduling;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
class EventStoreConfiguration {
    @Bean
    EventStorageEngine eventStorageEngine(JdbcTemplate jdbc, Serializer serializer, EventUpcasterChain upcasters) {
        return new PostgresEventStorageEngine(jdbc, serializer, upcasters);
    }

    /** Handlers on this side work in the transaction of the events, and a failure there refuses the command. */
    @Bean
    ConfigurerModule inTheSameTransaction() {
        return configurer -> configurer
                .eventProcessing()
                .usingSubscribingEventProcessors()
                .registerDefaultListenerInvocationErrorHandler(configuration -> PropagatingErrorHandler.INSTANCE);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Relay relay(
            DataSource database,
            @Value("${waybill.kafka.bootstrap-servers}") String bootstrapServers,
            @Value("${waybill.kafka.topic:waybill.events}") String topic,
            ObjectProvider<Propagator> propagator,
            MeterRegistry meters) {
        Relay relay = new Relay(
                database,
                RelaySettings.of(bootstrapServers, topic),
                new RelaySpans(propagator.getIfAvailable(() -> Propagator.NOOP)));
        Gauge.builder("waybill.relay.published", relay, Relay::published)
                .description("The number of the last event that Kafka acknowledged; 0 where another relay is active")
                .register(meters);
        return relay;
    }
}
