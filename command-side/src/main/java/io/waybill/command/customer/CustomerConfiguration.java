package io.waybill.command.customer;

import io.waybill.command.personal.PersonalVault;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.modelling.command.Repository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CustomerConfiguration {
    @Bean
    CustomerDesk customerDesk(Repository<Customer> customers, EventStorageEngine store, PersonalVault vault) {
        return new CustomerDesk(
                customers,
                customer -> store.lastSequenceNumberFor(customer.value()).isPresent(),
                vault::isKnown);
    }
}
