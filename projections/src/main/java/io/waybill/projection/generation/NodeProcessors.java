package io.waybill.projection.generation;

import io.waybill.letters.Processing;
import io.waybill.projection.generation.Generation.State;
import io.waybill.projection.view.View;
import io.waybill.projection.view.Views;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The processors of this node: one for each generation that is to be filled. Which these are says the database, which every
 * node looks at twice a second, and after its own changes.
 */
@Component
public final class NodeProcessors implements SmartLifecycle, Processing {
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);
    private static final Logger log = LoggerFactory.getLogger(NodeProcessors.class);

    private final Views views;
    private final Making making;
    private final Assignments assignments;
    private final ProcessorFactory factory;
    private final Invokers invokers;
    private final Map<String, ViewProcessor> running = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<Void>> stopping = new ConcurrentHashMap<>();
    private volatile @Nullable Beat beat;

    NodeProcessors(Views views, Making making, Assignments assignments, ProcessorFactory factory, Invokers invokers) {
        this.views = views;
        this.making = making;
        this.assignments = assignments;
        this.factory = factory;
        this.invokers = invokers;
    }

    /** The processor of this name, if this node has it. */
    public Optional<StreamingEventProcessor> find(String processor) {
        return Optional.ofNullable(running.get(processor)).map(ViewProcessor::processor);
    }

    /** When the event was recorded that the processor was last given on this node; empty if there was none. */
    public Optional<Instant> lastHandled(String processor) {
        return Optional.ofNullable(running.get(processor))
                .map(node -> node.lastHandled().recordedAt());
    }

    /** Something has changed: have a look now. */
    public void nudge() {
        Beat now = beat;
        if (now != null) {
            now.nudge();
        }
    }

    @Override
    public void start() {
        making.begin();
        beat = new Beat("the look at the generations", LOOK_EVERY, this::look);
    }

    @Override
    public void stop() {
        Beat last = beat;
        beat = null;
        if (last != null) {
            last.close();
        }
        List.copyOf(running.keySet()).forEach(this::end);
        try {
            CompletableFuture.allOf(stopping.values().toArray(CompletableFuture<?>[]::new))
                    .get(STOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (Exception late) {
            log.warn("Some batches did not end in time; they are rolled back: {}", late.toString());
        }
    }

    @Override
    public boolean isRunning() {
        return beat != null;
    }

    @Override
    public EventHandlerInvoker handlers(String processor) {
        return invokers.of(view(processor), number(processor));
    }

    /** Letters are retried of what serves. */
    @Override
    public TransactionManager transactions(String processor) {
        View view = view(processor);
        int number = number(processor);
        Role serving = new Role(new Assignment(view.name(), number, State.SERVING, true, null, null));
        return factory.transactions(view, number, serving);
    }

    private void look() {
        Set<String> wanted = new HashSet<>();
        List<Assignment> toStart = new ArrayList<>();
        for (Assignment assignment : assignments.all()) {
            if (!assignment.runs() || !views.has(assignment.view())) {
                continue;
            }
            wanted.add(assignment.processor());
            ViewProcessor processor = running.get(assignment.processor());
            if (processor == null) {
                toStart.add(assignment);
            } else {
                processor.become(assignment);
            }
        }
        running.keySet().stream()
                .filter(name -> !wanted.contains(name))
                .toList()
                .forEach(this::end);
        toStart.forEach(this::begin);
    }

    private void begin(Assignment assignment) {
        String name = assignment.processor();
        if (stopping.containsKey(name)) {
            return;
        }
        ViewProcessor processor = factory.make(views.get(assignment.view()), assignment);
        try {
            processor.processor().start();
            running.put(name, processor);
        } catch (RuntimeException failed) {
            log.warn("{} cannot start now: {}", name, failed.toString());
            CompletableFuture<Void> _ = processor.stop();
        }
    }

    private void end(String name) {
        ViewProcessor processor = running.remove(name);
        if (processor != null) {
            CompletableFuture<Void> end = processor.stop();
            stopping.put(name, end);
            CompletableFuture<Void> _ = end.whenComplete((done, failed) -> {
                stopping.remove(name);
                nudge();
            });
        }
    }

    private View view(String processor) {
        return views.get(processor.substring(0, processor.lastIndexOf('-')));
    }

    private static int number(String processor) {
        return Integer.parseInt(processor.substring(processor.lastIndexOf('-') + 1));
    }
}
