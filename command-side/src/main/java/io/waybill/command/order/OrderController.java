package io.waybill.command.order;

import io.waybill.command.dispatch.Caller;
import io.waybill.command.edge.Change;
import io.waybill.command.edge.Creation;
import io.waybill.command.edge.Reply;
import io.waybill.contract.order.CancelOrder;
import io.waybill.contract.order.CloseOrder;
import io.waybill.contract.order.ClosingReason;
import io.waybill.contract.order.ErasePersonalData;
import io.waybill.contract.order.OrderCommand;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.order.PlaceOrder;
import io.waybill.web.openapi.Answered;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/orders}: an order's commands. */
@RestController
@RequestMapping("/api/{version}/orders")
class OrderController {
    private final Reply reply;
    private final OrderIntake intake;
    private final AmendmentIntake amendments;

    OrderController(Reply reply, OrderIntake intake, AmendmentIntake amendments) {
        this.reply = reply;
        this.intake = intake;
        this.amendments = amendments;
    }

    private record Named(OrderId orderId, long version) {}

    /** @param reason for a person */
    record CancellationRequest(@Nullable @Size(max = 500) String reason) {}

    /** @param reason for the record, which is kept: it must not name the person */
    record ErasureRequest(
            @Nullable @Size(min = 1, max = 200) String reason) {}

    @PostMapping
    @Answered(Named.class)
    ResponseEntity<byte[]> place(Caller caller, @Valid @RequestBody PlaceOrderRequest request) {
        return reply.created(caller, List.of("orders", request), () -> creation(intake.check(request)));
    }

    @PatchMapping("/{order}")
    @Answered(status = 200, value = Named.class)
    ResponseEntity<byte[]> amend(
            Caller caller, @PathVariable OrderId order, @Valid @RequestBody AmendOrderRequest request) {
        return reply.changed(
                caller, List.of("amendments", order, request), () -> change(amendments.check(order, request)));
    }

    @PostMapping("/{order}/cancellation")
    @Answered(status = 200, value = Named.class)
    ResponseEntity<byte[]> cancel(
            Caller caller,
            @PathVariable OrderId order,
            @Valid @RequestBody(required = false) @Nullable CancellationRequest request) {
        CancelOrder command = new CancelOrder(order, request == null ? null : request.reason());
        return reply.changed(caller, List.of("cancellations", command), () -> change(command));
    }

    @PostMapping("/{order}/closure")
    @Answered(status = 200, value = Named.class)
    ResponseEntity<byte[]> close(Caller caller, @PathVariable OrderId order) {
        CloseOrder command = new CloseOrder(order, ClosingReason.REQUESTED);
        return reply.changed(caller, List.of("closures", command), () -> change(command));
    }

    /** Forgets the guest who ordered for ever. Done once, it is done: asking again changes nothing. */
    @DeleteMapping("/{order}/personal-data")
    @Answered(status = 204, value = Void.class)
    ResponseEntity<byte[]> erase(
            Caller caller,
            @PathVariable OrderId order,
            @Valid @RequestBody(required = false) @Nullable ErasureRequest request) {
        ErasePersonalData command = new ErasePersonalData(order, request == null ? null : request.reason());
        return reply.erased(caller, List.of("personal-data", command), command, order);
    }

    private static Creation creation(PlaceOrder command) {
        OrderId id = command.orderId();
        return new Creation(command, id, "/api/v1/orders/" + id, version -> new Named(id, version));
    }

    private static Change change(OrderCommand command) {
        OrderId id = command.orderId();
        return new Change(command, id, version -> new Named(id, version));
    }
}
