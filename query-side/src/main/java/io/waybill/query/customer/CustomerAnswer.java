package io.waybill.query.customer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One customer. What is not known is left out; of an erased customer nothing personal is known.
 *
 * @param erased whether the person is forgotten for ever
 * @param registeredAt missing for an erased customer who had only ever ordered
 * @param version of its last event; also its entity tag
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CustomerAnswer(
        String customerId,
        boolean erased,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable Address address,
        @Nullable Instant registeredAt,
        Instant updatedAt,
        long version) {
    /** @param name whom parcels are addressed to */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Address(
            @Nullable String name,
            @Nullable String street,
            @Nullable String city,
            @Nullable String postcode,
            String country) {}

    static CustomerAnswer of(Customer customer) {
        return new CustomerAnswer(
                customer.customerId,
                customer.erased,
                customer.name,
                customer.email,
                customer.phone,
                address(customer),
                customer.registeredAt,
                customer.updatedAt,
                customer.version);
    }

    private static @Nullable Address address(Customer customer) {
        return customer.country == null
                ? null
                : new Address(customer.recipient, customer.street, customer.city, customer.postcode, customer.country);
    }
}
