package io.waybill.projection.control;

import io.waybill.projection.generation.Generation;
import io.waybill.projection.generation.Generation.State;
import io.waybill.projection.generation.Generations;
import io.waybill.projection.generation.Making;
import io.waybill.projection.rebuild.Rebuild;
import io.waybill.projection.rebuild.Rebuilds;
import io.waybill.projection.view.View;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The next thing that is to be done about a view. The caller has the view's lock. */
@Component
final class Steps {
    private final Generations generations;
    private final Rebuilds rebuilds;
    private final Making making;
    private final Dropping dropping;
    private final Switching switching;
    private final RebuildSteps rebuilding;

    Steps(
            Generations generations,
            Rebuilds rebuilds,
            Making making,
            Dropping dropping,
            Switching switching,
            RebuildSteps rebuilding) {
        this.generations = generations;
        this.rebuilds = rebuilds;
        this.making = making;
        this.dropping = dropping;
        this.switching = switching;
        this.rebuilding = rebuilding;
    }

    /**
     * Does what can be done now.
     *
     * @return whether there may be more to do at once
     * @throws RuntimeException if something that is needed is away; the step can be taken again
     */
    boolean step(View view) throws InterruptedException {
        boolean moved = false;
        List<Generation> living = generations.living(view.name());
        if (living.isEmpty()) {
            generations.begin(view.name());
            return true;
        }
        for (Generation generation : living) {
            if (generation.state() == State.MAKING) {
                making.make(generation);
                return true;
            }
            if (generation.state() == State.DROPPING) {
                moved |= dropping.drop(view, generation);
            }
            if (generation.toServe()) {
                return switching.attempt(view, generation);
            }
        }
        Optional<Rebuild> rebuild = rebuilds.unfinished(view.name());
        return (rebuild.isPresent() && rebuilding.step(view, rebuild.get())) || moved;
    }
}
