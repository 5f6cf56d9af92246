package io.waybill.command.order;

import io.waybill.command.personal.PersonalVault;
import io.waybill.contract.customer.DataSubject;
import io.waybill.contract.order.OrderPersonalDataErased;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** What follows from the erasure of a guest, in its transaction: the order's key is destroyed. */
@Component
@ProcessingGroup("lookups")
final class GuestErasure {
    private final PersonalVault vault;

    GuestErasure(PersonalVault vault) {
        this.vault = vault;
    }

    @EventHandler
    void on(OrderPersonalDataErased event) {
        vault.erase(DataSubject.of(event.orderId()));
    }
}
