package io.waybill.command.customer;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.waybill.command.customer.CustomerRefused.Reason;
import io.waybill.contract.customer.CustomerErased;
import io.waybill.contract.customer.CustomerEvent;
import io.waybill.contract.customer.CustomerId;
import io.waybill.contract.customer.CustomerProfile;
import io.waybill.contract.customer.CustomerRegistered;
import io.waybill.contract.customer.CustomerRevised;
import io.waybill.contract.customer.DataSubject;
import io.waybill.contract.customer.EraseCustomer;
import io.waybill.contract.customer.RegisterCustomer;
import io.waybill.contract.customer.ReviseCustomer;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * A customer.
 *
 * <pre>
 *  from        on                to
 *  –           RegisterCustomer  REGISTERED
 *  REGISTERED  ReviseCustomer    REGISTERED
 *  REGISTERED  EraseCustomer     ERASED (end)
 *  –           EraseCustomer     ERASED (end), for one who only ever ordered
 * </pre>
 *
 * Who was erased stays erased: under this number nobody is known again. A command that has already had its effect changes
 * nothing. {@link CustomerDesk} finds the customer.
 */
@Aggregate
final class Customer {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable DataSubject id;

    private CustomerState state = CustomerState.NEW;

    /** For Axon, which then applies the customer's history. */
    Customer() {}

    Customer(RegisterCustomer command) {
        apply(new CustomerRegistered(command.customerId(), command.profile()));
    }

    Customer(EraseCustomer command) {
        erase(command);
    }

    void register(RegisterCustomer command) {
        requireNotErased(command.customerId());
        if (!command.profile().equals(state.profile())) {
            throw new CustomerRefused(Reason.ALREADY_REGISTERED, command.customerId());
        }
    }

    void revise(ReviseCustomer command) {
        requireNotErased(command.customerId());
        ProfileParts parts = ProfileParts.of(state.profile()).after(command.known(), command.removed());
        if (parts.hasAddressWithoutCountry()) {
            throw new CustomerRefused(Reason.INCOMPLETE_ADDRESS, command.customerId());
        }
        CustomerProfile profile = parts.profile();
        if (!profile.equals(state.profile())) {
            apply(new CustomerRevised(command.customerId(), profile));
        }
    }

    void erase(EraseCustomer command) {
        if (!state.erased()) {
            apply(new CustomerErased(command.customerId(), command.reason()));
        }
    }

    private void requireNotErased(CustomerId customer) {
        if (state.erased()) {
            throw new CustomerRefused(Reason.ERASED, customer);
        }
    }

    @EventSourcingHandler
    void on(CustomerEvent event) {
        id = DataSubject.of(event.customerId());
        state = state.after(event);
    }
}
