package io.waybill.saga.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.waybill.contract.inventory.Sku;
import io.waybill.contract.inventory.WarehouseId;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.order.ShippingAddress;
import io.waybill.contract.shipment.RecordBooking;
import io.waybill.contract.shipment.ShipmentId;
import io.waybill.contract.shipment.ShipmentItem;
import io.waybill.contract.shipment.ShipmentPrepared;
import io.waybill.contract.shipment.ShipmentWithdrawn;
import io.waybill.saga.outside.Outside;
import io.waybill.saga.outside.OutsideSettings;
import io.waybill.saga.outside.Outsides;
import io.waybill.saga.outside.Patience;
import io.waybill.saga.outside.PutOffException;
import io.waybill.saga.outside.Unreached;
import io.waybill.saga.step.RecordedSteps;
import io.waybill.simulator.PaymentSimulator;
import io.waybill.web.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.client.RestClient;

/** Bookings with the simulated carrier. */
class CarrierBookingsTest {
    private static final Instant NOW = Instant.parse("2026-01-05T10:15:00Z");

    private final ShipmentId shipment = new ShipmentId(UUID.randomUUID());
    private final OrderId order = new OrderId(UUID.randomUUID());
    private final RecordedSteps steps = new RecordedSteps();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Outsides outsides = new Outsides(meters);
    private ConfigurableApplicationContext simulator;
    private CarrierBookings bookings;

    @BeforeEach
    void start() {
        simulator = Service.start(PaymentSimulator.class, PaymentSimulator.NAME, Map.of("server.port", 0));
        Outside calls = outsides.to(
                "carrier",
                new OutsideSettings(
                        Duration.ofMinutes(1),
                        2,
                        Duration.ofMillis(10),
                        new OutsideSettings.Breaker(Duration.ofSeconds(30), 10, 50, Duration.ofSeconds(1), 1)),
                Unreached::by,
                () -> "it lives");
        bookings = new CarrierBookings(
                new SimulatedCarrier(RestClient.create(
                        "http://127.0.0.1:" + simulator.getEnvironment().getProperty("local.server.port"))),
                calls,
                steps,
                new Patience(Duration.ofMinutes(1), () -> NOW),
                meters);
    }

    @AfterEach
    void stop() {
        simulator.close();
        outsides.close();
    }

    @Test
    void a_shipment_that_is_prepared_is_booked_once() {
        bookings.on(prepared("N1"), NOW);
        bookings.on(prepared("N1"), NOW);

        assertThat(steps.taken).hasSize(2);
        assertThat(steps.taken.getFirst()).isEqualTo(steps.taken.getLast());
        assertThat(steps.commands().getFirst()).isInstanceOfSatisfying(RecordBooking.class, booking -> {
            assertThat(booking.shipmentId()).isEqualTo(shipment);
            assertThat(booking.carrier()).isEqualTo("Simulated Parcels");
            assertThat(booking.trackingNumber()).startsWith("SP");
        });
    }

    @Test
    void a_booking_is_cancelled_with_its_shipment_and_cannot_be_made_again() {
        bookings.on(prepared("N1"), NOW);
        bookings.on(new ShipmentWithdrawn(shipment, order), NOW);
        bookings.on(prepared("N1"), NOW);

        assertThat(steps.taken).hasSize(1);
    }

    @Test
    void a_booking_that_its_cancellation_has_overtaken_is_not_made() {
        bookings.on(new ShipmentWithdrawn(shipment, order), NOW);
        bookings.on(prepared("N1"), NOW);

        assertThat(steps.taken).isEmpty();
    }

    @Test
    void where_the_carrier_does_not_go_the_warehouse_finds_another() {
        bookings.on(prepared("NOWHERE"), NOW);

        assertThat(steps.taken).isEmpty();
        assertThat(meters.counter("waybill.carrier.refused").count()).isEqualTo(1);
    }

    @Test
    void while_the_carrier_is_away_the_booking_waits_however_long() {
        simulator.close();

        assertThatExceptionOfType(PutOffException.class)
                .isThrownBy(() -> bookings.on(prepared("N1"), NOW.minus(Duration.ofDays(1))));
        assertThatExceptionOfType(PutOffException.class)
                .isThrownBy(() -> bookings.on(new ShipmentWithdrawn(shipment, order), NOW));
    }

    private ShipmentPrepared prepared(String postcode) {
        return new ShipmentPrepared(
                shipment,
                order,
                0,
                WarehouseId.of("MAIN"),
                List.of(new ShipmentItem(1, Sku.of("MUG"), 2)),
                Money.parse("GBP 9.00"),
                new ShippingAddress("Ada Lovelace", null, null, postcode, "Norway"),
                null);
    }
}
