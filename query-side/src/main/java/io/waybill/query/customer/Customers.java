package io.waybill.query.customer;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** All customers. */
interface Customers extends Repository<Customer, String> {
    Optional<Customer> findByCustomerId(String customerId);

    List<Customer> findByCustomerIdIn(Collection<String> customerIds);
}
