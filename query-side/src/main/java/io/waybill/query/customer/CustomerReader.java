package io.waybill.query.customer;

import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Customers, for those who show them beside something else. */
@Component
public final class CustomerReader {
    private final Customers customers;

    CustomerReader(Customers customers) {
        this.customers = customers;
    }

    /** Those of the customers that there is something of, in one statement. */
    public List<CustomerAnswer> find(Collection<String> ids) {
        return customers.findByCustomerIdIn(ids).stream()
                .map(CustomerAnswer::of)
                .toList();
    }
}
