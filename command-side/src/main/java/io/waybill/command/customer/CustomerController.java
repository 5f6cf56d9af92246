package io.waybill.command.customer;

import io.waybill.command.dispatch.Caller;
import io.waybill.command.edge.Change;
import io.waybill.command.edge.Creation;
import io.waybill.command.edge.Reply;
import io.waybill.contract.customer.CustomerId;
import io.waybill.contract.customer.EraseCustomer;
import io.waybill.contract.customer.RegisterCustomer;
import io.waybill.contract.customer.ReviseCustomer;
import io.waybill.web.openapi.Answered;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/customers}: who the customers are. No answer repeats what is personal, because answers are kept. */
@RestController
@RequestMapping("/api/{version}/customers")
class CustomerController {
    private final Reply reply;

    CustomerController(Reply reply) {
        this.reply = reply;
    }

    private record Registered(CustomerId customerId, long version) {}

    /** @param reason for the record, which is kept: it must not name the person */
    record ErasureRequest(
            @Nullable @Size(min = 1, max = 200) String reason) {}

    @PostMapping
    @Answered(Registered.class)
    ResponseEntity<byte[]> register(Caller caller, @Valid @RequestBody ProfileRequest request) {
        CustomerId id = request.customerId();
        RegisterCustomer command = new RegisterCustomer(id, request.profile());
        return reply.created(
                caller,
                List.of("customers", request),
                () -> new Creation(
                        command, command.stream(), "/api/v1/customers/" + id, version -> new Registered(id, version)));
    }

    @PatchMapping(
            path = "/{id}",
            consumes = {MediaType.APPLICATION_JSON_VALUE, "application/merge-patch+json"})
    @Answered(status = 200, value = Registered.class)
    ResponseEntity<byte[]> revise(
            Caller caller, @PathVariable CustomerId id, @Valid @RequestBody RevisionRequest request) {
        ReviseCustomer command = request.command(id);
        return reply.changed(
                caller,
                List.of("customers", command),
                () -> new Change(command, command.stream(), version -> new Registered(id, version)));
    }

    /** Forgets the person for ever. Done once, it is done: asking again changes nothing. */
    @DeleteMapping("/{id}/personal-data")
    @Answered(status = 204, value = Void.class)
    ResponseEntity<byte[]> erase(
            Caller caller,
            @PathVariable CustomerId id,
            @Valid @RequestBody(required = false) @Nullable ErasureRequest request) {
        EraseCustomer command = new EraseCustomer(id, request == null ? null : request.reason());
        return reply.erased(caller, List.of("personal-data", command), command, command.stream());
    }
}
