package io.waybill.contract.customer;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** The person is forgotten. */
@Revision("1")
public record CustomerErased(
        CustomerId customerId, @Nullable String reason) implements CustomerEvent {}
