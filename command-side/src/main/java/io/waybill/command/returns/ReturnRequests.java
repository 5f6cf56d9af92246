package io.waybill.command.returns;

import io.waybill.contract.order.OpenReturn;
import io.waybill.contract.order.ReturnItem;
import io.waybill.contract.returns.RequestReturn;
import java.util.List;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;

/**
 * Begins a return: the order opens it, and with that nobody can ask for the same pieces a second time. Both are stored
 * in one transaction, or neither is.
 */
final class ReturnRequests {
    private final Repository<Return> returns;
    private final Function<OpenReturn, List<ReturnItem>> order;

    /** @param order opens a return in the unit of work that is current, and says what may come back */
    ReturnRequests(Repository<Return> returns, Function<OpenReturn, List<ReturnItem>> order) {
        this.returns = returns;
        this.order = order;
    }

    @CommandHandler
    void handle(RequestReturn command) throws Exception {
        List<ReturnItem> items = order.apply(new OpenReturn(command.orderId(), command.returnId(), command.pieces()));
        returns.newInstance(() -> new Return(command, items));
    }
}
