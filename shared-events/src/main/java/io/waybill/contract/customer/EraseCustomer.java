package io.waybill.contract.customer;

import org.jspecify.annotations.Nullable;

/** Forget the person for ever; the customer number and what was ordered under it stay. */
public record EraseCustomer(CustomerId customerId, @Nullable String reason) implements CustomerCommand {}
