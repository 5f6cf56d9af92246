package io.waybill.contract.customer;

/** What can happen to a customer. */
public sealed interface CustomerEvent permits CustomerRegistered, CustomerRevised, CustomerErased {
    CustomerId customerId();
}
