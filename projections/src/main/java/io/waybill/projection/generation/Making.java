package io.waybill.projection.generation;

import io.waybill.projection.generation.Generation.State;
import io.waybill.projection.view.Schemas;
import io.waybill.projection.view.View;
import io.waybill.projection.view.Views;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes generations, the first of a view and any other, and brings those that live up to this release's tables. */
@Component
public final class Making {
    private static final Logger log = LoggerFactory.getLogger(Making.class);

    private final Views views;
    private final Generations generations;
    private final Schemas schemas;
    private final ViewLocks locks;
    private final TransactionTemplate transaction;

    Making(Views views, Generations generations, Schemas schemas, ViewLocks locks, TransactionTemplate transaction) {
        this.views = views;
        this.generations = generations;
        this.schemas = schemas;
        this.locks = locks;
        this.transaction = transaction;
    }

    /** To be called when a node starts. What cannot be done now is done later, by whoever takes care of the view. */
    void begin() {
        for (View view : views.all()) {
            try {
                first(view);
                for (Generation generation : generations.living(view.name())) {
                    if (generation.state() != State.MAKING && generation.state() != State.DROPPING) {
                        schemas.migrate(view, generation.number());
                    }
                }
            } catch (RuntimeException failed) {
                log.warn("The generations of {} cannot be made now: {}", view.name(), failed.toString());
            }
        }
    }

    /** Unless another node is at it. */
    private void first(View view) {
        Optional<ViewLocks.Held> lock = locks.tryTake(view.name());
        if (lock.isPresent()) {
            try (ViewLocks.Held _ = lock.get()) {
                if (generations.living(view.name()).isEmpty()) {
                    generations.begin(view.name());
                }
                generations.living(view.name()).stream()
                        .filter(generation -> generation.state() == State.MAKING)
                        .forEach(this::make);
            }
        }
    }

    /** Makes the generation, whatever was there of it; the caller has the view's lock. */
    public void make(Generation generation) {
        View view = views.get(generation.view());
        // What a node left that died over it may be half of it, and nothing is in it yet: Flyway makes tables in one
        // transaction, and notes that it has in another.
        transaction.executeWithoutResult(status -> schemas.drop(view, generation.number()));
        schemas.migrate(view, generation.number());
        view.make(generation.number());
        transaction.executeWithoutResult(status -> {
            generations.made(generation);
            boolean first = generations
                    .serving(view.name())
                    .filter(serving -> serving.number() == generation.number())
                    .isPresent();
            if (first) {
                schemas.serve(view, generation.number());
                view.serve(generation.number());
            }
        });
        log.info("Generation {} of {} is made", generation.number(), view.name());
    }
}
