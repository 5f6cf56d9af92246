package io.waybill.command.order;

import com.github.f4b6a3.uuid.UuidCreator;
import io.waybill.command.inventory.StockSources;
import io.waybill.command.order.PlaceOrderRequest.Line;
import io.waybill.contract.inventory.Sku;
import io.waybill.contract.inventory.WarehouseId;
import io.waybill.contract.order.AmendOrder;
import io.waybill.contract.order.AmendmentCause;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.order.OrderLine;
import io.waybill.contract.order.ShippingAddress;
import io.waybill.contract.payment.PaymentId;
import io.waybill.web.ApiProblem;
import io.waybill.web.FieldError;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Makes a checked command of a request to amend an order. */
@Component
class AmendmentIntake {
    private final OrderHistory history;
    private final LineIntake lineIntake;
    private final StockSources sources;

    AmendmentIntake(OrderHistory history, LineIntake lineIntake, StockSources sources) {
        this.history = history;
        this.lineIntake = lineIntake;
        this.sources = sources;
    }

    /**
     * @throws ApiProblem (422) if the request changes nothing, or naming the lines that cannot be ordered
     * @throws org.axonframework.modelling.command.AggregateNotFoundException if there is no such order
     */
    AmendOrder check(OrderId order, AmendOrderRequest request) {
        if (request.lines() == null && request.shipTo() == null) {
            throw new ApiProblem(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "NOTHING_TO_AMEND",
                    "The request names nothing that is to change.",
                    List.of(new FieldError("", "must have lines, shipTo or both")));
        }
        List<OrderLine> lines = lines(order, request.lines());
        ShippingAddress shipTo =
                request.shipTo() == null ? null : request.shipTo().address();
        Map<Sku, List<WarehouseId>> known =
                request.lines() == null ? Map.of() : sources.of(LineIntake.skus(request.lines()));
        PaymentId supplement = new PaymentId(UuidCreator.getTimeOrderedEpoch());
        return new AmendOrder(order, AmendmentCause.CUSTOMER, lines, shipTo, known, supplement, null, List.of());
    }

    private @Nullable List<OrderLine> lines(OrderId order, @Nullable List<Line> asked) {
        return asked == null
                ? null
                : lineIntake.lines(asked, history.of(order).terms().lines());
    }
}
