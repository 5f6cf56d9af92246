package io.waybill.saga.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.contract.Events;
import io.waybill.contract.Upcasts;
import io.waybill.contract.wallet.TransferFailure;
import io.waybill.contract.wallet.TransferId;
import io.waybill.contract.wallet.TransferRequested;
import io.waybill.contract.wallet.WalletId;
import io.waybill.eventing.EventSerializer;
import io.waybill.eventing.StoredNames;
import java.time.Instant;
import org.axonframework.serialization.Serializer;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class TransferStorageTest {
    private static final Instant AT = Instant.parse("2026-01-05T10:15:00Z");

    private final Serializer serializer = EventSerializer.of(StoredNames.of(Events.all(), Upcasts.all()));

    @Test
    void the_course_of_a_transfer_that_was_stored_and_read_is_the_same() {
        Course course = Course.of(
                        new TransferRequested(
                                TransferId.of("01900000-0000-7000-8000-000000000020"),
                                WalletId.of("01900000-0000-7000-8000-000000000010"),
                                WalletId.of("01900000-0000-7000-8000-000000000011"),
                                Money.parse("GBP 5.00")),
                        AT)
                .release(TransferFailure.TARGET_CLOSED, AT)
                .again(true)
                .due(AT.plusSeconds(60));

        Course read = serializer.deserialize(serializer.serialize(course, String.class));

        assertThat(read).isEqualTo(course);
    }

    @Test
    void a_transfer_that_was_stored_and_read_is_the_same() {
        String stored = serializer.serialize(new Transfer(), String.class).getData();
        Transfer read = serializer.deserialize(serializer.serialize(new Transfer(), String.class));

        assertThat(serializer.serialize(read, String.class).getData())
                .isEqualTo(stored)
                .contains("\"course\"", "\"alarm\"", "\"alarmAt\"");
    }
}
