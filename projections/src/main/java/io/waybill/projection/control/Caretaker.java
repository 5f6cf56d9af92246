package io.waybill.projection.control;

import io.waybill.projection.generation.Beat;
import io.waybill.projection.generation.Generation;
import io.waybill.projection.generation.Generation.State;
import io.waybill.projection.generation.Generations;
import io.waybill.projection.generation.NodeProcessors;
import io.waybill.projection.generation.ViewLocks;
import io.waybill.projection.rebuild.Rebuild;
import io.waybill.projection.rebuild.Rebuilds;
import io.waybill.projection.view.Views;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Sees to it that everything that was decided comes about. Each node has one, and looks for views that need care; one node
 * at a time takes care of a view, on a thread of its own, and another goes on where it was if it dies.
 */
@Component
final class Caretaker implements SmartLifecycle {
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(10);
    private static final Logger log = LoggerFactory.getLogger(Caretaker.class);

    private final Views views;
    private final Generations generations;
    private final Rebuilds rebuilds;
    private final Steps steps;
    private final ViewLocks locks;
    private final NodeProcessors processors;
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> notBefore = new ConcurrentHashMap<>();
    private volatile @Nullable Beat beat;
    private volatile @Nullable ExecutorService threads;

    Caretaker(
            Views views,
            Generations generations,
            Rebuilds rebuilds,
            Steps steps,
            ViewLocks locks,
            NodeProcessors processors) {
        this.views = views;
        this.generations = generations;
        this.rebuilds = rebuilds;
        this.steps = steps;
        this.locks = locks;
        this.processors = processors;
    }

    @Override
    public void start() {
        ExecutorService begun = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("care-", 0).factory());
        threads = begun;
        beat = new Beat("the care for the generations", LOOK_EVERY, () -> look(begun));
    }

    /** What is under way is interrupted: another node, or this one later, takes the same step again. */
    @Override
    public void stop() {
        Beat last = beat;
        ExecutorService begun = threads;
        beat = null;
        if (last != null && begun != null) {
            last.close();
            begun.shutdownNow();
            try {
                if (!begun.awaitTermination(CLOSE_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                    log.warn("What was under way did not end in time");
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return beat != null;
    }

    /** Something was decided: have a look now. */
    void nudge() {
        Beat now = beat;
        if (now != null) {
            now.nudge();
        }
    }

    private void look(ExecutorService begun) {
        generations.discardExpired();
        for (String view : needy()) {
            if (views.has(view)
                    && System.nanoTime() - notBefore.getOrDefault(view, Long.MIN_VALUE / 2) > 0
                    && busy.add(view)) {
                begun.execute(() -> care(view));
            }
        }
    }

    private Set<String> needy() {
        Set<String> needy = new TreeSet<>();
        views.all().forEach(view -> needy.add(view.name()));
        List<Generation> living = generations.living();
        living.forEach(generation -> needy.remove(generation.view()));
        living.stream().filter(Caretaker::isNeedy).forEach(generation -> needy.add(generation.view()));
        rebuilds.unfinished().stream().filter(Caretaker::isNeedy).forEach(rebuild -> needy.add(rebuild.projection()));
        return needy;
    }

    private static boolean isNeedy(Generation generation) {
        return generation.toServe() || generation.state() == State.MAKING || generation.state() == State.DROPPING;
    }

    private static boolean isNeedy(Rebuild rebuild) {
        return switch (rebuild.state()) {
            case QUEUED, REBUILDING, CATCHING_UP, COMPARING -> true;
            case READY, PAUSED, FAILED, SWITCHED, CANCELLED -> false;
        };
    }

    private void care(String view) {
        try {
            Optional<ViewLocks.Held> lock = locks.tryTake(view);
            if (lock.isPresent()) {
                try (ViewLocks.Held _ = lock.get()) {
                    while (steps.step(views.get(view))) {
                        processors.nudge();
                    }
                }
                // A switch that could not be made holds readers up each time: not at once again.
                if (generations.living(view).stream().anyMatch(Generation::toServe)) {
                    notBefore.put(view, System.nanoTime() + AFTER_FAILURE.toNanos());
                }
            }
        } catch (RuntimeException away) {
            if (beat != null) {
                log.warn("The care for {} goes on later: {}", view, away.toString());
                notBefore.put(view, System.nanoTime() + AFTER_FAILURE.toNanos());
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            busy.remove(view);
        }
    }
}
