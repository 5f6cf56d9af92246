package io.waybill.command.wallet;

import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.modelling.command.Repository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WalletConfiguration {
    private static final int EVENTS_BETWEEN_SNAPSHOTS = 50;

    /** A wallet lives for years, and each payment asks for all of it. */
    @Bean
    SnapshotTriggerDefinition walletSnapshots(Snapshotter snapshotter) {
        return new EventCountSnapshotTriggerDefinition(snapshotter, EVENTS_BETWEEN_SNAPSHOTS);
    }

    @Bean
    TransferSettlement transferSettlement(Repository<Transfer> transfers, Repository<Wallet> wallets) {
        return new TransferSettlement(transfers, wallets);
    }
}
