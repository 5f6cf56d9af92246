package io.waybill.command.shipment;

import io.waybill.command.order.Orders;
import org.axonframework.modelling.command.Repository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ShipmentConfiguration {
    @Bean
    Dispatches dispatches(Repository<Shipment> shipments, Orders orders) {
        return new Dispatches(shipments, orders::recordShipment);
    }
}
