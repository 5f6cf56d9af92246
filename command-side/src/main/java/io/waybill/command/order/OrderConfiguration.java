package io.waybill.command.order;

import org.axonframework.modelling.command.Repository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OrderConfiguration {
    @Bean
    Orders orders(Repository<Order> orders) {
        return new Orders(orders);
    }
}
