package io.waybill.command.order;

import io.waybill.command.dispatch.Caller;
import io.waybill.command.edge.Creation;
import io.waybill.command.edge.Reply;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.order.PlaceOrder;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/orders}: an order's commands. */
@RestController
@RequestMapping("/api/v1/orders")
class OrderController {
    private final Reply reply;
    private final OrderIntake intake;

    OrderController(Reply reply, OrderIntake intake) {
        this.reply = reply;
        this.intake = intake;
    }

    private record Placed(OrderId orderId, long version) {}

    @PostMapping
    ResponseEntity<byte[]> place(Caller caller, @Valid @RequestBody PlaceOrderRequest request) {
        return reply.created(caller, List.of("orders", request), () -> creation(intake.check(request)));
    }

    private static Creation creation(PlaceOrder command) {
        OrderId id = command.orderId();
        return new Creation(command, id, "/api/v1/orders/" + id, version -> new Placed(id, version));
    }
}
