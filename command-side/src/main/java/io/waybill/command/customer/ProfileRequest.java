package io.waybill.command.customer;

import io.waybill.contract.customer.CustomerId;
import io.waybill.contract.customer.CustomerProfile;
import io.waybill.contract.order.ShippingAddress;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /api/v1/customers}.
 *
 * @param customerId the merchant's own number
 */
record ProfileRequest(
        @NotNull CustomerId customerId,
        @Nullable @Size(min = 1, max = 200) String name,
        @Nullable @Email @Size(max = 254) String email,
        @Nullable @Size(min = 1, max = 40) String phone,
        @Nullable @Valid Address address) {
    record Address(
            @Nullable @Size(max = 200) String name,
            @Nullable @Size(max = 200) String street,
            @Nullable @Size(max = 100) String city,
            @Nullable @Size(max = 20) String postcode,
            @NotBlank @Size(max = 60) String country) {}

    CustomerProfile profile() {
        return new CustomerProfile(
                name,
                email,
                phone,
                address == null
                        ? null
                        : new ShippingAddress(
                                address.name(),
                                address.street(),
                                address.city(),
                                address.postcode(),
                                address.country()));
    }
}
