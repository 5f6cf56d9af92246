package io.waybill.saga.step;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Steps that are taken at once and written down. */
public final class RecordedSteps implements Steps {
    public final List<Step> taken = new ArrayList<>();

    @Override
    public void take(String name, Object command) {
        taken.add(new Step(name, command));
    }

    @Override
    public void takeInTurn(Object turn, Supplier<@Nullable Step> call) {
        Step step = call.get();
        if (step != null) {
            taken.add(step);
        }
    }

    public List<Object> commands() {
        return taken.stream().map(Step::command).toList();
    }
}
