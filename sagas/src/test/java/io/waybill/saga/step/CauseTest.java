package io.waybill.saga.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.eventing.Provenance;
import io.waybill.saga.deadline.Alarms;
import java.time.Instant;
import org.axonframework.deadline.GenericDeadlineMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.Test;

class CauseTest {
    @Test
    void a_step_comes_of_the_event_that_it_answers() {
        EventMessage<?> event = GenericEventMessage.asEventMessage("placed");

        assertThat(Cause.of(event)).isEqualTo(event.getIdentifier());
    }

    @Test
    void a_step_at_a_deadline_comes_of_the_event_at_which_the_first_one_was_set() {
        EventMessage<?> event = GenericEventMessage.asEventMessage("placed")
                .andMetaData(MetaData.with(Provenance.CAUSATION_ID, "place"));

        Message<?> first = metAt(alarmSetAt(event));
        Message<?> second = metAt(alarmSetAt(first));

        assertThat(Cause.of(first)).isEqualTo(event.getIdentifier());
        assertThat(Cause.of(second)).isEqualTo(event.getIdentifier());
    }

    @Test
    void a_deadline_of_an_earlier_release_is_a_cause_by_itself() {
        Message<?> alarm = new GenericDeadlineMessage<>("alarm", "payload");

        assertThat(Cause.of(alarm)).isEqualTo(alarm.getIdentifier());
    }

    private static Message<String> alarmSetAt(Message<?> cause) {
        DefaultUnitOfWork<?> work = DefaultUnitOfWork.startAndGet(cause);
        try {
            return Alarms.message("payload", "a-saga", Instant.EPOCH);
        } finally {
            work.rollback();
        }
    }

    private static Message<?> metAt(Message<String> alarm) {
        return new GenericDeadlineMessage<>("alarm", alarm, () -> Instant.EPOCH);
    }
}
