package io.waybill.command.customer;

import io.waybill.contract.customer.CustomerCommand;
import io.waybill.contract.customer.DataSubject;
import io.waybill.contract.customer.EraseCustomer;
import io.waybill.contract.customer.RegisterCustomer;
import io.waybill.contract.customer.ReviseCustomer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;

/**
 * Finds the customer of a command, and begins one: with a registration, or with the erasure of somebody who never
 * registered and only ordered.
 */
final class CustomerDesk {
    private final Repository<Customer> customers;
    private final Predicate<DataSubject> exists;
    private final Predicate<DataSubject> hasOrdered;

    /**
     * @param exists whether the customer's stream has begun
     * @param hasOrdered whether anything personal was stored of the customer
     */
    CustomerDesk(Repository<Customer> customers, Predicate<DataSubject> exists, Predicate<DataSubject> hasOrdered) {
        this.customers = customers;
        this.exists = exists;
        this.hasOrdered = hasOrdered;
    }

    @CommandHandler
    void handle(RegisterCustomer command) throws Exception {
        if (exists.test(command.stream())) {
            tell(command, customer -> customer.register(command));
        } else {
            customers.newInstance(() -> new Customer(command));
        }
    }

    @CommandHandler
    void handle(ReviseCustomer command) {
        tell(command, customer -> customer.revise(command));
    }

    @CommandHandler
    void handle(EraseCustomer command) throws Exception {
        if (!exists.test(command.stream()) && hasOrdered.test(command.stream())) {
            customers.newInstance(() -> new Customer(command));
        } else {
            tell(command, customer -> customer.erase(command));
        }
    }

    /** @throws AggregateNotFoundException if there is no such customer */
    private void tell(CustomerCommand command, Consumer<Customer> what) {
        customers.load(command.stream().value()).execute(what);
    }
}
