package io.waybill.projection.generation;

import io.waybill.eventing.kafka.KafkaEventSource;
import io.waybill.letters.parking.Isolation;
import io.waybill.letters.parking.LetterContent;
import io.waybill.letters.parking.Parking;
import io.waybill.letters.parking.Troubles;
import io.waybill.letters.store.DeadLetters;
import io.waybill.letters.store.DiscardedLetters;
import io.waybill.projection.view.View;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.ErrorHandler;
import org.axonframework.eventhandling.EventProcessorSpanFactory;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.springframework.stereotype.Component;

/** Makes the processor of a generation: the same for one that serves and for one that is built. */
@Component
final class ProcessorFactory {
    /** How often a segment that nobody works on is looked for. */
    private static final Duration CLAIM_INTERVAL = Duration.ofMillis(1_500);

    /** How old a stored position may be while nothing comes. A switch waits for positions, so this is kept short. */
    private static final Duration STORE_POSITION = Duration.ofMillis(500);

    /** More than so many batches are not handled at once on one node. */
    private static final int MAX_WORKERS = 16;

    /** Eight thousand events may then wait for a segment, some tens of megabytes. */
    private static final int BUILDING_CHUNK = 8;

    private final ProcessorSettings settings;
    private final Invokers invokers;
    private final KafkaEventSource log;
    private final TokenStore tokens;
    private final TransactionManager transactions;
    private final SearchPath searchPath;
    private final EventProcessorSpanFactory spans;
    private final ErrorHandler failures;
    private final ParkingParts parking;
    private final MachineLoad machine = new MachineLoad();

    ProcessorFactory(
            ProcessorSettings settings,
            Invokers invokers,
            KafkaEventSource log,
            TokenStore tokens,
            TransactionManager transactions,
            SearchPath searchPath,
            EventProcessorSpanFactory spans,
            ErrorHandler failures,
            ParkingParts parking) {
        this.settings = settings;
        this.invokers = invokers;
        this.log = log;
        this.tokens = tokens;
        this.transactions = transactions;
        this.searchPath = searchPath;
        this.spans = spans;
        this.failures = failures;
        this.parking = parking;
    }

    /** Not started yet. */
    ViewProcessor make(View view, Assignment assignment) {
        String name = assignment.processor();
        Role role = new Role(assignment);
        int segments = Objects.requireNonNullElse(assignment.segments(), settings.segments());
        ScheduledExecutorService coordinator = new Coordination(name);
        Frontier frontier = new Frontier();
        LastHandled lastHandled = new LastHandled();
        Courtesy courtesy = new Courtesy(settings.buildingRateWhenBusy(), machine, System::nanoTime);
        Throttle throttle = new Throttle(() -> role.eventsPerSecond(courtesy), System::nanoTime);
        GenerationSource source = new GenerationSource(
                log, throttle, coordinator, () -> role.isBuilding() ? BUILDING_CHUNK : 1, frontier);
        int enough = segments * settings.buildingBatchSize();
        ScheduledExecutorService workers = new BatchThreads(
                name,
                Math.clamp(segments, 2, MAX_WORKERS),
                () -> role.gatheringMillis(courtesy, source.hasMore() ? enough : 0));
        PooledStreamingEventProcessor processor = PooledStreamingEventProcessor.builder()
                .name(name)
                .eventHandlerInvoker(invokers.of(view, assignment.number()))
                .errorHandler(failures)
                .messageMonitor(lastHandled)
                .spanFactory(new ServingSpans(spans, role))
                .messageSource(source)
                .tokenStore(new ClaimedTokens(tokens, frontier))
                .transactionManager(transactions(view, assignment.number(), role))
                .coordinatorExecutor(coordinator)
                .workerExecutor(workers)
                .initialSegmentCount(segments)
                .initialToken(stream -> stream.createTailToken())
                .batchSize(assignment.isBuilding() ? settings.buildingBatchSize() : settings.batchSize())
                .claimExtensionThreshold(STORE_POSITION.toMillis())
                .tokenClaimInterval(CLAIM_INTERVAL.toMillis())
                .build();
        processor.registerHandlerInterceptor(parking.of(view, assignment.number(), role));
        return new ViewProcessor(processor, role, lastHandled, List.of(coordinator, workers));
    }

    /** What the generation's batches are handled in. */
    TransactionManager transactions(View view, int generation, Role role) {
        return new GenerationTransactions(transactions, searchPath, view, generation, role);
    }

    /** What decides on events that cannot be digested. */
    @Component
    static final class ParkingParts {
        private final Generations generations;
        private final DeadLetters letters;
        private final DiscardedLetters discarded;
        private final LetterContent content;
        private final Isolation isolation;
        private final Troubles troubles;
        private final BuildingStops stops;

        ParkingParts(
                Generations generations,
                DeadLetters letters,
                DiscardedLetters discarded,
                LetterContent content,
                Isolation isolation,
                Troubles troubles,
                BuildingStops stops) {
            this.generations = generations;
            this.letters = letters;
            this.discarded = discarded;
            this.content = content;
            this.isolation = isolation;
            this.troubles = troubles;
            this.stops = stops;
        }

        Parking of(View view, int generation, Role role) {
            return new Parking(
                    Generation.processor(view.name(), generation),
                    letters,
                    content,
                    isolation,
                    troubles,
                    new GenerationVerdict(view.name(), generation, role, generations, letters, discarded, stops));
        }
    }
}
