package io.waybill.contract;

import io.waybill.contract.customer.CustomerEvent;
import io.waybill.contract.inventory.StockEvent;
import io.waybill.contract.order.OrderEvent;
import io.waybill.contract.payment.PaymentEvent;
import io.waybill.contract.product.ProductEvent;
import io.waybill.contract.returns.ReturnEvent;
import io.waybill.contract.shipment.ShipmentEvent;
import io.waybill.contract.wallet.TransferEvent;
import io.waybill.contract.wallet.WalletEvent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every event there is. An event is stored under its record's simple name with the revision in its
 * {@link org.axonframework.serialization.Revision}, never under its class name, so packages may change.
 */
public final class Events {
    private Events() {}

    /** The event records, in a stable order. */
    public static List<Class<?>> all() {
        return Stream.of(
                        OrderEvent.class,
                        StockEvent.class,
                        PaymentEvent.class,
                        ProductEvent.class,
                        ShipmentEvent.class,
                        ReturnEvent.class,
                        WalletEvent.class,
                        TransferEvent.class,
                        CustomerEvent.class)
                .flatMap(family -> Arrays.<Class<?>>stream(family.getPermittedSubclasses()))
                .toList();
    }
}
