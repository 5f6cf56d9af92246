package io.waybill.contract.customer;

import org.axonframework.serialization.Revision;

/** A customer is known. */
@Revision("1")
public record CustomerRegistered(CustomerId customerId, CustomerProfile profile) implements CustomerEvent {}
