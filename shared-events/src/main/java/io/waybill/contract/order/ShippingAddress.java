package io.waybill.contract.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.waybill.contract.Personal;
import io.waybill.contract.customer.DataSubject;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where an order goes. Who lives there is forgotten with its subject; the country stays, because reports count by it.
 *
 * @param country the country's name as the merchant writes it; the only part that every order has
 * @param subject whose address it is, told by history; null for one that was not stored yet. It is no part of where things
 *     go, so two addresses that differ only here are equal
 */
public record ShippingAddress(
        @Personal @Nullable String name,
        @Personal @Nullable String street,
        @Personal @Nullable String city,
        @Personal @Nullable String postcode,
        String country,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable DataSubject subject) {
    public ShippingAddress {
        if (country.isBlank()) {
            throw new IllegalArgumentException("a shipping address has a country");
        }
    }

    /** An address that was not stored yet. */
    public ShippingAddress(
            @Nullable String name,
            @Nullable String street,
            @Nullable String city,
            @Nullable String postcode,
            String country) {
        this(name, street, city, postcode, country, null);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ShippingAddress that
                && Objects.equals(name, that.name)
                && Objects.equals(street, that.street)
                && Objects.equals(city, that.city)
                && Objects.equals(postcode, that.postcode)
                && country.equals(that.country);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, street, city, postcode, country);
    }
}
