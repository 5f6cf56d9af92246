package io.waybill.command.returns;

import com.github.f4b6a3.uuid.UuidCreator;
import io.waybill.command.dispatch.Caller;
import io.waybill.command.edge.Change;
import io.waybill.command.edge.Creation;
import io.waybill.command.edge.Reply;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.returns.ApproveReturn;
import io.waybill.contract.returns.DeclineReturn;
import io.waybill.contract.returns.ReceiveReturn;
import io.waybill.contract.returns.RequestReturn;
import io.waybill.contract.returns.RetryRefund;
import io.waybill.contract.returns.ReturnCommand;
import io.waybill.contract.returns.ReturnId;
import io.waybill.contract.wallet.WalletId;
import io.waybill.web.openapi.Answered;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/orders/{id}/returns} and {@code /api/v1/returns}: a return's commands. */
@RestController
@RequestMapping("/api/{version}")
class ReturnController {
    private final Reply reply;
    private final FallbackWallet fallback;

    ReturnController(Reply reply, FallbackWallet fallback) {
        this.reply = reply;
        this.fallback = fallback;
    }

    record DeclineRequest(
            @NotBlank @Size(max = ReturnRequest.MAX_REASON) String reason) {}

    /** @param fallbackWallet takes the refund instead of the wallet that was named before, if one was */
    record RefundRequest(@Nullable WalletId fallbackWallet) {}

    private record Requested(ReturnId returnId, OrderId orderId, long version) {}

    private record Changed(ReturnId returnId, long version) {}

    @PostMapping("/orders/{order}/returns")
    @Answered(Requested.class)
    ResponseEntity<byte[]> request(
            Caller caller, @PathVariable OrderId order, @Valid @RequestBody ReturnRequest request) {
        return reply.created(caller, List.of("returns", order, request), () -> {
            ReturnId id = new ReturnId(UuidCreator.getTimeOrderedEpoch());
            return new Creation(
                    new RequestReturn(
                            id, order, request.pieces(), request.reason(), fallback.check(request.fallbackWallet())),
                    id,
                    "/api/v1/returns/" + id,
                    version -> new Requested(id, order, version));
        });
    }

    @PostMapping("/returns/{return}/approval")
    @Answered(status = 200, value = Changed.class)
    ResponseEntity<byte[]> approve(Caller caller, @PathVariable("return") ReturnId id) {
        return changed(caller, id, () -> new ApproveReturn(id), "approval", id);
    }

    @PostMapping("/returns/{return}/decline")
    @Answered(status = 200, value = Changed.class)
    ResponseEntity<byte[]> decline(
            Caller caller, @PathVariable("return") ReturnId id, @Valid @RequestBody DeclineRequest request) {
        return changed(caller, id, () -> new DeclineReturn(id, request.reason()), "decline", id, request);
    }

    @PostMapping("/returns/{return}/receipt")
    @Answered(status = 200, value = Changed.class)
    ResponseEntity<byte[]> receive(
            Caller caller, @PathVariable("return") ReturnId id, @Valid @RequestBody ReceiptRequest request) {
        return changed(
                caller,
                id,
                () -> new ReceiveReturn(id, request.warehouse(), request.arrived()),
                "receipt",
                id,
                request);
    }

    @PostMapping("/returns/{return}/refund")
    @Answered(status = 200, value = Changed.class)
    ResponseEntity<byte[]> retryRefund(
            Caller caller, @PathVariable("return") ReturnId id, @Valid @RequestBody RefundRequest request) {
        return changed(
                caller, id, () -> new RetryRefund(id, fallback.check(request.fallbackWallet())), "refund", id, request);
    }

    private ResponseEntity<byte[]> changed(
            Caller caller, ReturnId id, Supplier<ReturnCommand> command, Object... asked) {
        return reply.changed(
                caller, Arrays.asList(asked), () -> new Change(command.get(), id, version -> new Changed(id, version)));
    }
}
