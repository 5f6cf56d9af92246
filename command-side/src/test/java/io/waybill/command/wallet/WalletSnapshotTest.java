package io.waybill.command.wallet;

import static io.waybill.command.wallet.Wallets.OPENED;
import static io.waybill.command.wallet.Wallets.captured;
import static io.waybill.command.wallet.Wallets.deposited;
import static io.waybill.command.wallet.Wallets.held;
import static io.waybill.command.wallet.Wallets.released;
import static io.waybill.command.wallet.Wallets.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.contract.Events;
import io.waybill.contract.Upcasts;
import io.waybill.contract.wallet.WalletEvent;
import io.waybill.eventing.EventSerializer;
import io.waybill.eventing.StoredNames;
import java.util.List;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.Test;

class WalletSnapshotTest {
    private final Serializer serializer = EventSerializer.of(StoredNames.of(Events.all(), Upcasts.all()));

    @Test
    void a_wallet_that_was_stored_and_read_is_the_same() {
        Wallet wallet = new Wallet();
        List<WalletEvent> history = List.of(
                OPENED,
                deposited(1, "9.00"),
                withdrawn(2, "1.00"),
                held(3, "2.00"),
                captured(3, 4, "0.50"),
                held(5, "1.00"),
                released(5, "1.00"));
        history.forEach(wallet::on);

        SerializedObject<String> stored = serializer.serialize(wallet, String.class);
        Wallet read = serializer.deserialize(stored);
        read.on(captured(3, 6, "1.50"));
        wallet.on(captured(3, 6, "1.50"));

        assertThat(stored.getData()).contains("\"available\":{\"amount\":\"6.00\",\"currency\":\"GBP\"}");
        assertThat(serializer.serialize(read, String.class).getData())
                .isEqualTo(serializer.serialize(wallet, String.class).getData());
    }
}
