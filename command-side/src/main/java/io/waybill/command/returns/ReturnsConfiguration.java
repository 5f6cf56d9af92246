package io.waybill.command.returns;

import io.waybill.command.order.Orders;
import org.axonframework.modelling.command.Repository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReturnsConfiguration {
    @Bean
    ReturnRequests returnRequests(Repository<Return> returns, Orders orders) {
        return new ReturnRequests(returns, orders::openReturn);
    }
}
