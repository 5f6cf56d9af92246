package io.waybill.saga.step;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In whose name a step's command is sent. */
class StepActorTest {
    @ParameterizedTest
    @CsvSource({
        "fulfilment/01900000-0000-7000-8000-000000000001/confirm-0, saga:fulfilment",
        "payment/01900000-0000-7000-8000-000000000002/authorized, saga:payment",
        "payment/01900000-0000-7000-8000-000000000002/wallet/HOLD, saga:payment",
        "transfer/01900000-0000-7000-8000-000000000003/hold-0, saga:transfer",
        "return/01900000-0000-7000-8000-000000000004/refund-0-again-1, saga:return",
        "carrier/01900000-0000-7000-8000-000000000005/booked, saga:carrier",
        "alone, saga:alone"
    })
    void a_step_is_taken_by_what_its_name_begins_with(String step, String actor) {
        assertThat(GrpcSteps.actor(step)).isEqualTo(actor);
    }
}
