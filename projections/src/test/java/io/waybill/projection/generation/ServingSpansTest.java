package io.waybill.projection.generation;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.projection.generation.Generation.State;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventProcessorSpanFactory;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.tracing.NoOpSpanFactory;
import org.axonframework.tracing.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ServingSpansTest {
    private final Traced traced = new Traced();
    private final Role role = new Role(assignment(State.BUILDING));
    private final ServingSpans spans = new ServingSpans(traced, role);

    @ParameterizedTest
    @EnumSource(
            value = State.class,
            names = {"BUILDING", "KEPT"})
    void what_readers_do_not_see_is_not_traced(State state) {
        role.become(assignment(state));

        handle("an event");

        assertThat(traced.what).isEmpty();
    }

    @Test
    void a_generation_is_traced_as_soon_as_it_serves() {
        handle("before");
        role.become(assignment(State.SERVING));

        handle("after");

        assertThat(traced.what).containsExactly("a batch", "after");
    }

    private void handle(String payload) {
        EventMessage<?> event = new GenericEventMessage<>(payload);
        spans.createBatchSpan(true, List.of(event))
                .run(() -> spans.createProcessEventSpan(true, event).run(() -> {}));
    }

    private static Assignment assignment(State state) {
        return new Assignment("wallet", 1, state, true, null, null);
    }

    /** What spans were asked for. */
    private static final class Traced implements EventProcessorSpanFactory {
        private final List<Object> what = new ArrayList<>();

        @Override
        public Span createBatchSpan(boolean isStreaming, List<? extends EventMessage<?>> events) {
            what.add("a batch");
            return NoOpSpanFactory.INSTANCE.createInternalSpan(() -> "batch");
        }

        @Override
        public Span createProcessEventSpan(boolean isStreaming, EventMessage<?> event) {
            what.add(event.getPayload());
            return NoOpSpanFactory.INSTANCE.createInternalSpan(() -> "event");
        }
    }
}
