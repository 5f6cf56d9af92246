package io.waybill.letters;

import io.micrometer.core.instrument.MeterRegistry;
import io.waybill.eventing.EventDecoder;
import io.waybill.eventing.StoredNames;
import io.waybill.eventing.kafka.KafkaEventSource;
import io.waybill.eventing.kafka.Strangers;
import io.waybill.letters.api.DeadLettersApi;
import io.waybill.letters.api.Desk;
import io.waybill.letters.api.LetterHealth;
import io.waybill.letters.api.LetterMetrics;
import io.waybill.letters.parking.Isolation;
import io.waybill.letters.parking.LetterContent;
import io.waybill.letters.parking.Parking;
import io.waybill.letters.parking.StrangerRecords;
import io.waybill.letters.parking.Troubles;
import io.waybill.letters.parking.UnknownEvents;
import io.waybill.letters.parking.Verdict;
import io.waybill.letters.retry.ConfiguredProcessing;
import io.waybill.letters.retry.Handlers;
import io.waybill.letters.retry.Reading;
import io.waybill.letters.retry.Retries;
import io.waybill.letters.retry.StoredPositions;
import io.waybill.letters.store.DeadLetters;
import io.waybill.letters.store.DiscardedLetters;
import java.util.List;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Dead letters for a service that consumes events, to be imported. The service declares its {@link Readers},
 * {@link Sequences} if they are not its aggregates', and a {@link Trouble} for each server of its own; its
 * migrations include {@code db/deadletters}.
 */
@Configuration(proxyBeanMethods = false)
@Import(DeadLettersApi.class)
public class LetterConfiguration {
    @Bean
    DeadLetters deadLetters(
            JdbcClient jdbc, @Value("${waybill.letters.max-sequences:" + DeadLetters.MAX_SEQUENCES + "}") int most) {
        return new DeadLetters(jdbc, most);
    }

    @Bean
    DiscardedLetters discardedLetters(JdbcClient jdbc) {
        return new DiscardedLetters(jdbc);
    }

    @Bean
    Desk letterDesk(Readers readers, DeadLetters letters, DiscardedLetters discarded, TransactionTemplate transaction) {
        return new Desk(readers, letters, discarded, transaction);
    }

    @Bean
    LetterHealth deadLettersHealthIndicator(Readers readers, DeadLetters letters) {
        return new LetterHealth(readers, letters);
    }

    @Bean
    LetterMetrics letterMetrics(Readers readers, DeadLetters letters) {
        return new LetterMetrics(readers, letters);
    }

    @Bean
    LetterContent letterContent(
            Serializer serializer, EventUpcasterChain upcasters, ObjectProvider<Sequences> sequences) {
        return new LetterContent(
                serializer,
                new EventDecoder(serializer, upcasters),
                sequences.getIfAvailable(() -> Sequences.OF_AGGREGATES));
    }

    @Bean
    Troubles letterTroubles(List<Trouble> known) {
        return new Troubles(known);
    }

    @Bean
    Strangers strangers(JdbcClient jdbc, MeterRegistry meters) {
        return new StrangerRecords(jdbc, meters);
    }

    @Bean
    Retries letterRetries(
            DeadLetters letters,
            LetterContent content,
            KafkaEventSource source,
            ObjectProvider<Processing> declared,
            ObjectProvider<EventProcessingConfiguration> processors,
            JdbcClient jdbc,
            Serializer serializer,
            Troubles troubles,
            TransactionManager transactions,
            TransactionTemplate transaction) {
        Processing processing = declared.getIfAvailable(() -> new ConfiguredProcessing(processors, transactions));
        return new Retries(
                letters,
                new Reading(content, source),
                new Handlers(processing, new StoredPositions(jdbc, serializer)),
                troubles,
                processing,
                transaction);
    }

    @Bean
    Isolation isolation(PlatformTransactionManager transactions, ConnectionProvider connections) {
        return new Isolation(transactions, connections);
    }

    /** For the processors of Axon's configuration. A processor that is made otherwise needs the same. */
    @Bean
    ConfigurerModule parking(
            Readers readers,
            StoredNames names,
            DeadLetters letters,
            LetterContent content,
            Troubles troubles,
            Isolation isolation) {
        return configurer -> {
            EventProcessingConfigurer processing = configurer.eventProcessing();
            processing.registerDefaultHandlerInterceptor((configuration, processor) ->
                    new Parking(processor, letters, content, isolation, troubles, Verdict.PARK));
            readers.all()
                    .forEach(reader -> processing
                            .registerEventHandler(configuration -> new UnknownEvents(reader, names))
                            .assignHandlerInstancesMatching(
                                    reader.processor(),
                                    handler -> handler instanceof UnknownEvents unknown
                                            && unknown.processor().equals(reader.processor())));
        };
    }
}
