package io.waybill.command.order;

import com.github.f4b6a3.uuid.UuidCreator;
import io.waybill.command.inventory.StockSources;
import io.waybill.contract.order.LostShipment;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.order.OrderLine;
import io.waybill.contract.order.PlaceOrder;
import io.waybill.contract.order.ShortStock;
import io.waybill.web.ApiProblem;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Makes a checked command of a request: ids are minted here, the time is taken, prices and warehouses looked up. */
@Component
class OrderIntake {
    private final LineIntake lineIntake;
    private final StockSources sources;
    private final PaymentIntake payments;
    private final Clock clock;

    OrderIntake(LineIntake lineIntake, StockSources sources, PaymentIntake payments, Clock clock) {
        this.lineIntake = lineIntake;
        this.sources = sources;
        this.payments = payments;
        this.clock = clock;
    }

    /** @throws ApiProblem (422) naming the lines that cannot be ordered, or what is wrong with the payment */
    PlaceOrder check(PlaceOrderRequest request) {
        List<OrderLine> lines = lineIntake.lines(request.lines(), List.of());
        return new PlaceOrder(
                new OrderId(UuidCreator.getTimeOrderedEpoch()),
                request.customerId(),
                request.reference(),
                request.shipTo().address(),
                lines,
                LineGroups.of(lines, sources.of(LineIntake.skus(request.lines()))),
                payments.parts(request.payment(), Terms.total(lines)),
                Objects.requireNonNullElse(request.onShortStock(), ShortStock.REJECT),
                Objects.requireNonNullElse(request.onLoss(), LostShipment.REFUND),
                request.orderedAt() == null ? clock.instant().truncatedTo(ChronoUnit.MILLIS) : request.orderedAt());
    }
}
