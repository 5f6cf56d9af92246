package io.waybill.command.shipment;

import io.waybill.command.dispatch.Caller;
import io.waybill.command.edge.Change;
import io.waybill.command.edge.Reply;
import io.waybill.contract.shipment.DeliverShipment;
import io.waybill.contract.shipment.DispatchShipment;
import io.waybill.contract.shipment.ReportShipmentLost;
import io.waybill.contract.shipment.ShipmentCommand;
import io.waybill.contract.shipment.ShipmentId;
import io.waybill.web.ApiProblem;
import io.waybill.web.FieldError;
import io.waybill.web.openapi.Answered;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/shipments}: what the warehouse and the carrier say of a shipment. */
@RestController
@RequestMapping("/api/{version}/shipments/{shipment}")
class ShipmentController {
    private final Reply reply;

    ShipmentController(Reply reply) {
        this.reply = reply;
    }

    private record Named(ShipmentId shipmentId, long version) {}

    /** The carrier that took it and its number, both or, where they are those that were booked, neither. */
    record DispatchRequest(
            @Nullable @Size(min = 1, max = 100) String carrier,
            @Nullable @Size(min = 1, max = 100) String trackingNumber) {
        static final DispatchRequest AS_BOOKED = new DispatchRequest(null, null);
    }

    /** @param detail for a person */
    record LossRequest(@Nullable @Size(max = 500) String detail) {}

    @PostMapping("/dispatch")
    @Answered(status = 200, value = Named.class)
    ResponseEntity<byte[]> dispatch(
            Caller caller,
            @PathVariable ShipmentId shipment,
            @Valid @RequestBody(required = false) @Nullable DispatchRequest request) {
        DispatchRequest leaving = Objects.requireNonNullElse(request, DispatchRequest.AS_BOOKED);
        if ((leaving.carrier() == null) != (leaving.trackingNumber() == null)) {
            throw new ApiProblem(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "INVALID_FIELD",
                    "Carrier and tracking number go together.",
                    List.of(new FieldError(
                            leaving.carrier() == null ? "/carrier" : "/trackingNumber",
                            "must be there where the other is")));
        }
        return change(caller, new DispatchShipment(shipment, leaving.carrier(), leaving.trackingNumber()));
    }

    @PostMapping("/delivery")
    @Answered(status = 200, value = Named.class)
    ResponseEntity<byte[]> deliver(Caller caller, @PathVariable ShipmentId shipment) {
        return change(caller, new DeliverShipment(shipment));
    }

    @PostMapping("/loss")
    @Answered(status = 200, value = Named.class)
    ResponseEntity<byte[]> lose(
            Caller caller,
            @PathVariable ShipmentId shipment,
            @Valid @RequestBody(required = false) @Nullable LossRequest request) {
        return change(caller, new ReportShipmentLost(shipment, request == null ? null : request.detail()));
    }

    private ResponseEntity<byte[]> change(Caller caller, ShipmentCommand command) {
        ShipmentId id = command.shipmentId();
        List<Object> asked = List.of("shipments", command.getClass().getSimpleName(), command);
        return reply.changed(caller, asked, () -> new Change(command, id, version -> new Named(id, version)));
    }
}
