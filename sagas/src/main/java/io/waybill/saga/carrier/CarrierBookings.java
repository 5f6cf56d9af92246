package io.waybill.saga.carrier;

import io.micrometer.core.instrument.MeterRegistry;
import io.waybill.contract.shipment.RecordBooking;
import io.waybill.contract.shipment.ShipmentId;
import io.waybill.contract.shipment.ShipmentPrepared;
import io.waybill.contract.shipment.ShipmentWithdrawn;
import io.waybill.saga.carrier.Carrier.Booking.Booked;
import io.waybill.saga.carrier.Carrier.Booking.Refused;
import io.waybill.saga.outside.NoAnswerException;
import io.waybill.saga.outside.Outside;
import io.waybill.saga.outside.Patience;
import io.waybill.saga.step.Steps;
import io.waybill.saga.step.Steps.Step;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Books a carrier for every shipment that is prepared, and cancels the booking of one that is withdrawn. While the carrier is
 * away both wait; a shipment that waits can be dispatched all the same, with a carrier that the warehouse names. That is also
 * how one leaves that the carrier refuses.
 */
@Component
@DisallowReplay
@ProcessingGroup("carrier")
class CarrierBookings {
    private static final Logger log = LoggerFactory.getLogger(CarrierBookings.class);

    private final Carrier carrier;
    private final Outside outside;
    private final Steps steps;
    private final Patience patience;
    private final MeterRegistry meters;

    CarrierBookings(
            Carrier carrier, Outside carrierCalls, Steps steps, Patience carrierPatience, MeterRegistry meters) {
        this.carrier = carrier;
        this.outside = carrierCalls;
        this.steps = steps;
        this.patience = carrierPatience;
        this.meters = meters;
    }

    @EventHandler
    void on(ShipmentPrepared event, @Timestamp Instant asked) {
        steps.takeInTurn(event.shipmentId(), () -> switch (ask(
                () -> carrier.book(event.shipmentId(), event.warehouse(), event.shipTo()), asked)) {
            case Booked booked ->
                new Step(
                        "carrier/" + event.shipmentId() + "/booked",
                        new RecordBooking(event.shipmentId(), booked.carrier(), booked.trackingNumber()));
            case Refused no -> refused(event.shipmentId(), no.detail());
        });
    }

    @EventHandler
    void on(ShipmentWithdrawn event, @Timestamp Instant asked) {
        steps.takeInTurn(
                event.shipmentId(),
                () -> ask(
                        () -> {
                            carrier.cancel(event.shipmentId());
                            return null;
                        },
                        asked));
    }

    private @Nullable Step refused(ShipmentId shipment, String detail) {
        log.warn("the carrier does not fetch shipment {}: {}", shipment, detail);
        meters.counter("waybill.carrier.refused").increment();
        return null;
    }

    private <T extends @Nullable Object> T ask(Callable<T> question, Instant asked) {
        try {
            return outside.ask(question);
        } catch (NoAnswerException silence) {
            throw patience.unanswered(silence.unheard(), String.valueOf(silence.getMessage()), asked);
        }
    }
}
