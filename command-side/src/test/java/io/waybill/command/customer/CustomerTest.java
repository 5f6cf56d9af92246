package io.waybill.command.customer;

import io.waybill.command.RefusedBecause;
import io.waybill.contract.customer.CustomerErased;
import io.waybill.contract.customer.CustomerId;
import io.waybill.contract.customer.CustomerProfile;
import io.waybill.contract.customer.CustomerRegistered;
import io.waybill.contract.customer.CustomerRevised;
import io.waybill.contract.customer.EraseCustomer;
import io.waybill.contract.customer.ProfilePart;
import io.waybill.contract.customer.RegisterCustomer;
import io.waybill.contract.customer.ReviseCustomer;
import io.waybill.contract.order.ShippingAddress;
import java.util.Map;
import java.util.Set;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CustomerTest {
    private static final CustomerId ADA = CustomerId.of("17850");
    private static final ShippingAddress LONDON =
            new ShippingAddress("A. Lovelace", "12 St James's Square", "London", "SW1Y 4JH", "United Kingdom");
    private static final CustomerProfile LOVELACE =
            new CustomerProfile("Ada Lovelace", "ada@example.org", null, LONDON);

    private final AggregateTestFixture<Customer> customer = new AggregateTestFixture<>(Customer.class);

    private boolean exists = true;
    private boolean ordered;

    @BeforeEach
    void desk() {
        customer.registerAnnotatedCommandHandler(
                new CustomerDesk(customer.getRepository(), stream -> exists, stream -> ordered));
    }

    @Test
    void a_customer_is_registered() {
        exists = false;
        customer.givenNoPriorActivity()
                .when(new RegisterCustomer(ADA, LOVELACE))
                .expectEvents(new CustomerRegistered(ADA, LOVELACE));
    }

    @Test
    void registering_the_same_again_changes_nothing() {
        customer.given(registered()).when(new RegisterCustomer(ADA, LOVELACE)).expectNoEvents();
    }

    @Test
    void a_number_is_given_to_one_customer_only() {
        customer.given(registered())
                .when(new RegisterCustomer(ADA, new CustomerProfile("Grace Hopper", null, null, null)))
                .expectNoEvents()
                .expectException(CustomerRefused.class)
                .expectExceptionMessage("customer 17850 is registered already, with other data");
    }

    @Test
    void a_revision_changes_what_it_names_and_nothing_else() {
        customer.given(registered())
                .when(revise(
                        Map.of(ProfilePart.NAME, "Ada King", ProfilePart.CITY, "Ockham"), Set.of(ProfilePart.EMAIL)))
                .expectEvents(new CustomerRevised(
                        ADA,
                        new CustomerProfile(
                                "Ada King",
                                null,
                                null,
                                new ShippingAddress(
                                        "A. Lovelace",
                                        "12 St James's Square",
                                        "Ockham",
                                        "SW1Y 4JH",
                                        "United Kingdom"))));
    }

    @Test
    void a_customer_who_is_known_by_telephone_only_can_have_another_name() {
        customer.given(new CustomerRegistered(ADA, new CustomerProfile(null, null, "+44 20 7946 0000", null)))
                .when(revise(Map.of(ProfilePart.NAME, "Ada King"), Set.of()))
                .expectEvents(
                        new CustomerRevised(ADA, new CustomerProfile("Ada King", null, "+44 20 7946 0000", null)));
    }

    @Test
    void a_revision_that_changes_nothing_is_none() {
        customer.given(registered())
                .when(revise(Map.of(ProfilePart.NAME, "Ada Lovelace"), Set.of(ProfilePart.PHONE)))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void the_whole_address_can_be_removed() {
        customer.given(registered())
                .when(revise(Map.of(), AddressRevision.PARTS))
                .expectEvents(
                        new CustomerRevised(ADA, new CustomerProfile("Ada Lovelace", "ada@example.org", null, null)));
    }

    @Test
    void an_address_without_a_country_is_refused() {
        customer.given(registered())
                .when(revise(Map.of(), Set.of(ProfilePart.COUNTRY)))
                .expectNoEvents()
                .expectException(CustomerRefused.class)
                .expectExceptionMessage("customer 17850 would have an address without a country");
    }

    @Test
    void nobody_revises_a_customer_who_never_was() {
        exists = false;
        customer.givenNoPriorActivity()
                .when(revise(Map.of(ProfilePart.NAME, "Ada King"), Set.of()))
                .expectException(AggregateNotFoundException.class);
    }

    @Test
    void a_customer_is_erased() {
        customer.given(registered())
                .when(new EraseCustomer(ADA, "asked by letter"))
                .expectEvents(new CustomerErased(ADA, "asked by letter"));
    }

    @Test
    void one_who_only_ever_ordered_is_erased_as_well() {
        exists = false;
        ordered = true;
        customer.givenNoPriorActivity().when(new EraseCustomer(ADA, null)).expectEvents(new CustomerErased(ADA, null));
    }

    @Test
    void one_who_never_was_is_not_found_by_an_erasure() {
        exists = false;
        customer.givenNoPriorActivity()
                .when(new EraseCustomer(ADA, null))
                .expectNoEvents()
                .expectException(AggregateNotFoundException.class);
    }

    @Test
    void erasing_twice_erases_once() {
        customer.given(registered(), new CustomerErased(ADA, null))
                .when(new EraseCustomer(ADA, "again"))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void an_erased_customer_is_not_revised() {
        customer.given(registered(), new CustomerErased(ADA, null))
                .when(revise(Map.of(ProfilePart.NAME, "Ada King"), Set.of()))
                .expectNoEvents()
                .expectException(CustomerRefused.class)
                .expectExceptionMessage("customer 17850 was erased, and the number is not given a second time");
    }

    @Test
    void the_number_of_an_erased_customer_is_not_given_again() {
        customer.given(registered(), new CustomerErased(ADA, null))
                .when(new RegisterCustomer(ADA, LOVELACE))
                .expectNoEvents()
                .expectException(RefusedBecause.of("ERASED"));
    }

    private static CustomerRegistered registered() {
        return new CustomerRegistered(ADA, LOVELACE);
    }

    private static ReviseCustomer revise(Map<ProfilePart, String> known, Set<ProfilePart> removed) {
        return new ReviseCustomer(ADA, known, removed);
    }
}
