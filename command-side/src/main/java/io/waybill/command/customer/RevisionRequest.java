package io.waybill.command.customer;

import io.waybill.contract.customer.CustomerId;
import io.waybill.contract.customer.ProfilePart;
import io.waybill.contract.customer.ReviseCustomer;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Size;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code PATCH /api/v1/customers/{id}}, a JSON merge patch (RFC 7396): null removes, what is missing stays. No
 * record, because a record cannot tell null from missing, and a setter is called only for the first.
 */
final class RevisionRequest {
    private final Map<ProfilePart, @Nullable String> given = new EnumMap<>(ProfilePart.class);
    private @Nullable AddressRevision address;

    ReviseCustomer command(CustomerId customer) {
        Map<ProfilePart, String> known = new EnumMap<>(ProfilePart.class);
        Set<ProfilePart> removed = EnumSet.noneOf(ProfilePart.class);
        given.forEach((part, value) -> {
            if (value == null) {
                removed.add(part);
            } else {
                known.put(part, value);
            }
        });
        return new ReviseCustomer(customer, known, removed);
    }

    @Size(min = 1, max = 200)
    public @Nullable String getName() {
        return given.get(ProfilePart.NAME);
    }

    public void setName(@Nullable String name) {
        given.put(ProfilePart.NAME, name);
    }

    @Email
    @Size(max = 254)
    public @Nullable String getEmail() {
        return given.get(ProfilePart.EMAIL);
    }

    public void setEmail(@Nullable String email) {
        given.put(ProfilePart.EMAIL, email);
    }

    @Size(min = 1, max = 40)
    public @Nullable String getPhone() {
        return given.get(ProfilePart.PHONE);
    }

    public void setPhone(@Nullable String phone) {
        given.put(ProfilePart.PHONE, phone);
    }

    @Valid
    public @Nullable AddressRevision getAddress() {
        return address;
    }

    public void setAddress(@Nullable AddressRevision address) {
        this.address = address;
        if (address == null) {
            AddressRevision.PARTS.forEach(part -> given.put(part, null));
        } else {
            given.putAll(address.given());
        }
    }
}
