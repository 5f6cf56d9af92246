package io.waybill.command.payment;

import io.waybill.command.order.Orders;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.modelling.command.Repository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PaymentConfiguration {
    @Bean
    OrderRefunds orderRefunds(Orders orders, Repository<Payment> payments, EventStorageEngine store) {
        return new OrderRefunds(
                orders, payments, id -> store.lastSequenceNumberFor(id).isPresent());
    }
}
