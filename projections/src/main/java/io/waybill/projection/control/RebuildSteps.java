package io.waybill.projection.control;

import io.waybill.eventing.kafka.KafkaEventSource;
import io.waybill.projection.generation.Generation;
import io.waybill.projection.generation.Generations;
import io.waybill.projection.progress.ProgressReader;
import io.waybill.projection.rebuild.Rebuild;
import io.waybill.projection.rebuild.Rebuild.Comparison;
import io.waybill.projection.rebuild.Rebuild.State;
import io.waybill.projection.rebuild.Rebuild.SwitchWhen;
import io.waybill.projection.rebuild.Rebuilds;
import io.waybill.projection.view.View;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes a rebuild from one state to the next. */
@Component
final class RebuildSteps {
    private static final Logger log = LoggerFactory.getLogger(RebuildSteps.class);

    private final Rebuilds rebuilds;
    private final Generations generations;
    private final ProgressReader progress;
    private final KafkaEventSource events;
    private final Comparing comparing;
    private final InPlace inPlace;
    private final RebuildSettings settings;
    private final TransactionTemplate transaction;

    /** The end of the log when the rebuild came near it: having passed that, it has caught up. */
    private final Map<UUID, Long> targets = new ConcurrentHashMap<>();

    RebuildSteps(
            Rebuilds rebuilds,
            Generations generations,
            ProgressReader progress,
            KafkaEventSource events,
            Comparing comparing,
            InPlace inPlace,
            RebuildSettings settings,
            TransactionTemplate transaction) {
        this.rebuilds = rebuilds;
        this.generations = generations;
        this.progress = progress;
        this.events = events;
        this.comparing = comparing;
        this.inPlace = inPlace;
        this.settings = settings;
        this.transaction = transaction;
    }

    /** Whether it is in another state now. */
    boolean step(View view, Rebuild rebuild) throws InterruptedException {
        return switch (rebuild.state()) {
            case QUEUED -> begin(view, rebuild);
            case REBUILDING -> rebuild.isInPlace() ? inPlace.follow(view, rebuild) : follow(rebuild);
            case CATCHING_UP -> catchUp(rebuild);
            case COMPARING -> compare(view, rebuild);
            case READY, PAUSED, FAILED, SWITCHED, CANCELLED -> false;
        };
    }

    private boolean begin(View view, Rebuild rebuild) throws InterruptedException {
        State before = rebuild.resumeState();
        if (before == null && rebuild.isInPlace()) {
            return inPlace.begin(view, rebuild, settings.atOnce());
        }
        long head = events.head();
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (!rebuilds.hasRoom(rebuild, settings.atOnce())) {
                return false;
            }
            if (before != null) {
                return rebuilds.move(rebuild, State.QUEUED, before);
            }
            Generation generation = generations.begin(view.name());
            if (!rebuilds.begun(rebuild, generation.number(), head)) {
                status.setRollbackOnly();
                return false;
            }
            log.info("Generation {} of {} has {} events to go", generation.number(), view.name(), head);
            return true;
        }));
    }

    private boolean follow(Rebuild rebuild) {
        return generation(rebuild)
                .filter(generation -> events.head() - progress.position(generation) <= ProgressReader.NEAR)
                .filter(near -> rebuilds.move(rebuild, State.REBUILDING, State.CATCHING_UP))
                .isPresent();
    }

    private boolean catchUp(Rebuild rebuild) {
        long target = targets.computeIfAbsent(rebuild.id(), first -> events.head());
        boolean caughtUp = generation(rebuild)
                .filter(generation -> progress.position(generation) >= target)
                .filter(near -> rebuilds.move(rebuild, State.CATCHING_UP, State.COMPARING))
                .isPresent();
        if (caughtUp) {
            targets.remove(rebuild.id());
        }
        return caughtUp;
    }

    private boolean compare(View view, Rebuild rebuild) throws InterruptedException {
        Generation serving = generations.serving(view.name()).orElseThrow();
        Generation built = generation(rebuild).orElseThrow();
        Comparison found = comparing.compare(view, serving, built, () -> isComparing(rebuild));
        return Boolean.TRUE.equals(transaction.execute(status -> {
            rebuilds.compared(rebuild, found);
            log.info(
                    "{} of {} rows of {} differ",
                    found.differing(),
                    found.after().rows(),
                    built.processor());
            boolean now = rebuild.switchWhen() == SwitchWhen.AUTO
                    || (rebuild.switchWhen() == SwitchWhen.IF_EQUAL && found.isEqual());
            // A failure or an operator may have been quicker: then the row is in another state, and stays there.
            return now
                    ? rebuilds.move(rebuild, State.COMPARING, State.COMPARING)
                            && generations.decide(view.name(), built.number())
                    : rebuilds.move(rebuild, State.COMPARING, State.READY);
        }));
    }

    private boolean isComparing(Rebuild rebuild) {
        return rebuilds.find(rebuild.projection(), rebuild.id())
                .filter(now -> now.state() == State.COMPARING)
                .isPresent();
    }

    private Optional<Generation> generation(Rebuild rebuild) {
        Integer number = rebuild.generation();
        return number == null ? Optional.empty() : generations.find(rebuild.projection(), number);
    }
}
