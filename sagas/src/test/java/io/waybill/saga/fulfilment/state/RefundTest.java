package io.waybill.saga.fulfilment.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.contract.payment.PaymentId;
import io.waybill.contract.payment.RefundId;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class RefundTest {
    private static final Refund ASKED = new Refund(
            new PaymentId(new UUID(1, 2)),
            new RefundId(new UUID(1, 3)),
            Money.parse("GBP 9.00"),
            Refund.Status.OPEN,
            0);

    @Test
    void one_that_was_refused_is_asked_for_again_under_another_name() {
        Refund again = ASKED.refused().again();

        assertThat(again.status()).isEqualTo(Refund.Status.AGAIN);
        assertThat(again.id()).isNotEqualTo(ASKED.id());
        assertThat(again.refused().again().id()).isNotIn(ASKED.id(), again.id());
    }

    @Test
    void what_was_not_refused_is_not_asked_for_again() {
        assertThat(ASKED.again()).isEqualTo(ASKED);
        assertThat(ASKED.done().again()).isEqualTo(ASKED.done());
    }

    @Test
    void at_the_fifth_no_it_is_given_up() {
        Refund fourth =
                ASKED.refused().again().refused().again().refused().again().refused();

        assertThat(fourth.isSettled()).isFalse();
        Refund fifth = fourth.again().refused();
        assertThat(fifth.isSettled()).isTrue();
        assertThat(fifth.again()).isEqualTo(fifth);
    }
}
