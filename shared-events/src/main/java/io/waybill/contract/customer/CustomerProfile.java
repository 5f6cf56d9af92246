package io.waybill.contract.customer;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.waybill.contract.Personal;
import io.waybill.contract.order.ShippingAddress;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a person; any part may be missing, and all are once the person is forgotten.
 *
 * @param subject whose profile it is, told by history; null for one that was not stored yet, and no part of what is known
 */
public record CustomerProfile(
        @Personal @Nullable String name,
        @Personal @Nullable String email,
        @Personal @Nullable String phone,
        @Personal @Nullable ShippingAddress address,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable DataSubject subject) {
    /** Nothing is known. */
    public static final CustomerProfile EMPTY = new CustomerProfile(null, null, null, null);

    /** A profile that was not stored yet. */
    public CustomerProfile(
            @Nullable String name, @Nullable String email, @Nullable String phone, @Nullable ShippingAddress address) {
        this(name, email, phone, address, null);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CustomerProfile that
                && Objects.equals(name, that.name)
                && Objects.equals(email, that.email)
                && Objects.equals(phone, that.phone)
                && Objects.equals(address, that.address);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, email, phone, address);
    }
}
