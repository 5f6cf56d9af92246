package io.waybill.saga.carrier;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.waybill.contract.inventory.WarehouseId;
import io.waybill.contract.order.ShippingAddress;
import io.waybill.contract.shipment.ShipmentId;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** The simulated carrier of the local run, over HTTP. The shipment's id is its key. */
final class SimulatedCarrier implements Carrier {
    private static final String BOOKING = "/bookings/{shipment}";

    /** Conflict, unprocessable: it says no. Any other error is no answer to what was asked. */
    private static final Set<Integer> SAYS_NO = Set.of(409, 422);

    private final RestClient http;

    SimulatedCarrier(RestClient http) {
        this.http = http;
    }

    // The carrier may add to its answers what we do not know.
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Answer(
            @Nullable String carrier, @Nullable String trackingNumber) {}

    @Override
    public Booking book(ShipmentId shipment, WarehouseId from, ShippingAddress to) {
        try {
            Answer answer = http.put()
                    .uri(BOOKING, shipment.toString())
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(Map.of("from", from.toString(), "to", to))
                    .retrieve()
                    .body(Answer.class);
            if (answer == null || answer.carrier() == null || answer.trackingNumber() == null) {
                throw new RestClientException("the carrier booked without saying who comes under which number");
            }
            return new Booking.Booked(answer.carrier(), answer.trackingNumber());
        } catch (HttpClientErrorException refused) {
            if (!SAYS_NO.contains(refused.getStatusCode().value())) {
                throw refused;
            }
            return new Booking.Refused("the carrier answered " + refused.getResponseBodyAsString());
        }
    }

    @Override
    public void cancel(ShipmentId shipment) {
        http.delete().uri(BOOKING, shipment.toString()).retrieve().toBodilessEntity();
    }
}
