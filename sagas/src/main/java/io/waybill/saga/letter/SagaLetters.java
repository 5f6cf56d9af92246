package io.waybill.saga.letter;

import io.waybill.contract.inventory.ReservationReleased;
import io.waybill.contract.inventory.ReservationShipped;
import io.waybill.contract.inventory.StockReservationRejected;
import io.waybill.contract.inventory.StockReserved;
import io.waybill.contract.order.OrderEvent;
import io.waybill.contract.payment.PaymentEvent;
import io.waybill.contract.returns.ReturnEvent;
import io.waybill.contract.shipment.ShipmentEvent;
import io.waybill.letters.Reader;
import io.waybill.letters.Readers;
import io.waybill.letters.Sequences;
import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SagaLetters {
    @Bean
    Readers readers() {
        return () -> List.of(
                new Reader("fulfilment", Set.of("Order", "Stock", "Payment", "Shipment")),
                new Reader("returns", Set.of("Return", "Order", "Payment", "Stock", "Wallet")),
                new Reader("transfer", Set.of("Transfer", "Wallet")),
                new Reader("payment-provider", Set.of("Payment")),
                new Reader("wallet-provider", Set.of("Payment", "Wallet")),
                new Reader("carrier", Set.of("Shipment")));
    }

    /** By order: a fulfilment hears of its order, of stocks, payments and shipments, and their order must not be mixed up. */
    @Bean
    Sequences sequences() {
        return SagaLetters::sequence;
    }

    private static String sequence(DomainEventMessage<?> event) {
        return switch (event.getPayload()) {
            case OrderEvent order -> order.orderId().toString();
            case PaymentEvent payment -> payment.orderId().toString();
            case ShipmentEvent shipment -> shipment.orderId().toString();
            case ReservationShipped shipped -> shipped.orderId().toString();
            case ReturnEvent returned -> returned.orderId().toString();
            case StockReserved reserved -> reserved.orderId().toString();
            case StockReservationRejected rejected -> rejected.orderId().toString();
            case ReservationReleased released -> released.orderId().toString();
            default -> event.getAggregateIdentifier();
        };
    }
}
