package io.waybill.command.order;

import io.waybill.contract.order.OpenReturn;
import io.waybill.contract.order.RecordShipment;
import io.waybill.contract.order.RefundOrder;
import io.waybill.contract.order.RefundPart;
import io.waybill.contract.order.ReturnItem;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;

/** Reaches {@link Orders} as the handlers of other aggregates do, without them: each payment gives one pound at most. */
final class OthersInTheTransaction {
    private final Orders orders;

    OthersInTheTransaction(Orders orders) {
        this.orders = orders;
    }

    @CommandHandler
    void handle(RecordShipment command) {
        orders.recordShipment(command);
    }

    @CommandHandler
    List<ReturnItem> handle(OpenReturn command) {
        return orders.openReturn(command);
    }

    @CommandHandler
    void handle(RefundOrder command) {
        orders.refund(
                command,
                payments -> payments.stream()
                        .map(part -> new RefundPart(part.paymentId(), OrderStories.gbp("1.00")))
                        .toList());
    }
}
