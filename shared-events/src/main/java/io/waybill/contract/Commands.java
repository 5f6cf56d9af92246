package io.waybill.contract;

import io.waybill.contract.customer.CustomerCommand;
import io.waybill.contract.inventory.StockCommand;
import io.waybill.contract.order.OrderCommand;
import io.waybill.contract.payment.PaymentCommand;
import io.waybill.contract.product.ProductCommand;
import io.waybill.contract.returns.ReturnCommand;
import io.waybill.contract.shipment.ShipmentCommand;
import io.waybill.contract.wallet.TransferCommand;
import io.waybill.contract.wallet.WalletCommand;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Every command there is; over the wire a command goes by its record's simple name. */
public final class Commands {
    private Commands() {}

    /** The command records, in a stable order. */
    public static List<Class<?>> all() {
        return Stream.of(
                        OrderCommand.class,
                        StockCommand.class,
                        PaymentCommand.class,
                        ProductCommand.class,
                        ShipmentCommand.class,
                        ReturnCommand.class,
                        WalletCommand.class,
                        TransferCommand.class,
                        CustomerCommand.class)
                .flatMap(family -> Arrays.<Class<?>>stream(family.getPermittedSubclasses()))
                .toList();
    }
}
