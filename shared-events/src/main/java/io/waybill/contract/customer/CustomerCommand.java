package io.waybill.contract.customer;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be done about a customer. */
public sealed interface CustomerCommand permits RegisterCustomer, ReviseCustomer, EraseCustomer {
    CustomerId customerId();

    /** The customer's stream. Not the bare number, which may be the SKU of a product, and streams share one name space. */
    @TargetAggregateIdentifier
    default DataSubject stream() {
        return DataSubject.of(customerId());
    }
}
