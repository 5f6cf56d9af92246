package io.waybill.command.customer;

import io.waybill.contract.customer.CustomerErased;
import io.waybill.contract.customer.CustomerEvent;
import io.waybill.contract.customer.CustomerProfile;
import io.waybill.contract.customer.CustomerRegistered;
import io.waybill.contract.customer.CustomerRevised;

/**
 * What is known of a customer.
 *
 * @param profile nothing of it once the customer is erased, also while history is read up to there
 */
record CustomerState(CustomerProfile profile, boolean erased) {
    static final CustomerState NEW = new CustomerState(CustomerProfile.EMPTY, false);

    CustomerState after(CustomerEvent event) {
        return switch (event) {
            case CustomerRegistered registered -> new CustomerState(registered.profile(), false);
            case CustomerRevised revised -> new CustomerState(revised.profile(), false);
            case CustomerErased erased -> new CustomerState(CustomerProfile.EMPTY, true);
        };
    }
}
