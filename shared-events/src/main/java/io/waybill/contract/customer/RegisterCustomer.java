package io.waybill.contract.customer;

/** Know a customer. */
public record RegisterCustomer(CustomerId customerId, CustomerProfile profile) implements CustomerCommand {}
