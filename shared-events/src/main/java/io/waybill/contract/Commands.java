package io.waybill.contract;

import io.waybill.contract.inventory.StockCommand;
import io.waybill.contract.order.OrderCommand;
import io.waybill.contract.payment.PaymentCommand;
import io.waybill.contract.product.ProductCommand;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Every command there is; over the wire a command goes by its record's simple name. */
public final class Commands {
    private Commands() {}

    /** The command records, in a stable order. */
    public static List<Class<?>> all() {
        return Stream.of(OrderCommand.class, StockCommand.class, PaymentCommand.class, ProductCommand.class)
                .flatMap(family -> Arrays.<Class<?>>stream(family.getPermittedSubclasses()))
                .toList();
    }
}
