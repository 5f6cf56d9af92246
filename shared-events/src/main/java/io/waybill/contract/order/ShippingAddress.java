package io.waybill.contract.order;

import org.jspecify.annotations.Nullable;

/**
 * Where an order goes.
 *
 * @param country the country's name as the merchant writes it; the only part that every order has
 */
public record ShippingAddress(
        @Nullable String name,
        @Nullable String street,
        @Nullable String city,
        @Nullable String postcode,
        String country) {
    public ShippingAddress {
        if (country.isBlank()) {
            throw new IllegalArgumentException("a shipping address has a country");
        }
    }
}
