package io.waybill.simulator;

import io.waybill.web.ApiProblem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * A carrier's API. It goes to every address except those with the postcode {@value #NOWHERE}. A cancellation is remembered
 * also for a shipment that was never seen, so that a booking that it has overtaken books nothing.
 */
@RestController
@RequestMapping("/bookings/{shipmentId}")
final class Bookings {
    static final String NOWHERE = "NOWHERE";
    private static final String NAME = "Simulated Parcels";
    private static final int MAX_ID = 64;

    private final Map<String, Booking> bookings;

    Bookings(SimulatorSettings settings) {
        bookings = Forgetful.map(settings.maxPayments());
    }

    /** Books the shipment; asked again, it answers the same. */
    @PutMapping
    synchronized Booking book(
            @PathVariable @Size(max = MAX_ID) String shipmentId, @Valid @RequestBody BookingRequest request) {
        if (NOWHERE.equals(request.to().postcode())) {
            throw new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, "NOT_SERVED", "The carrier does not go there.");
        }
        Booking booking = bookings.computeIfAbsent(
                shipmentId,
                id -> new Booking(
                        id,
                        Booking.Status.BOOKED,
                        NAME,
                        "SP" + UUID.randomUUID().toString().replace("-", "")));
        if (booking.status() == Booking.Status.CANCELLED) {
            throw new ApiProblem(HttpStatus.CONFLICT, "BOOKING_CANCELLED", "The booking was cancelled.");
        }
        return booking;
    }

    /** Lets nobody come. Repeating it, or cancelling what was never booked, is no error. */
    @DeleteMapping
    synchronized Booking cancel(@PathVariable @Size(max = MAX_ID) String shipmentId) {
        Booking none = new Booking(shipmentId, Booking.Status.CANCELLED, null, null);
        Booking cancelled = bookings.getOrDefault(shipmentId, none).cancelled();
        bookings.put(shipmentId, cancelled);
        return cancelled;
    }

    @GetMapping
    synchronized Booking booking(@PathVariable @Size(max = MAX_ID) String shipmentId) {
        Booking booking = bookings.get(shipmentId);
        if (booking == null) {
            throw new ApiProblem(HttpStatus.NOT_FOUND, "BOOKING_NOT_FOUND", "No such shipment was ever booked.");
        }
        return booking;
    }
}
