package io.waybill.contract.customer;

import org.axonframework.serialization.Revision;

/** Something else is known of a customer. */
@Revision("1")
public record CustomerRevised(CustomerId customerId, CustomerProfile profile) implements CustomerEvent {}
