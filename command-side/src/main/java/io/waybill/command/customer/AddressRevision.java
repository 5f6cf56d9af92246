package io.waybill.command.customer;

import io.waybill.contract.customer.ProfilePart;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The part of a {@link RevisionRequest} that speaks of the address. */
final class AddressRevision {
    static final Set<ProfilePart> PARTS = Set.of(
            ProfilePart.RECIPIENT, ProfilePart.STREET, ProfilePart.CITY, ProfilePart.POSTCODE, ProfilePart.COUNTRY);

    private final Map<ProfilePart, @Nullable String> given = new EnumMap<>(ProfilePart.class);

    AddressRevision() {}

    /** Null where the part is removed. */
    Map<ProfilePart, @Nullable String> given() {
        return given;
    }

    @Size(max = 200)
    public @Nullable String getName() {
        return given.get(ProfilePart.RECIPIENT);
    }

    public void setName(@Nullable String name) {
        given.put(ProfilePart.RECIPIENT, name);
    }

    @Size(max = 200)
    public @Nullable String getStreet() {
        return given.get(ProfilePart.STREET);
    }

    public void setStreet(@Nullable String street) {
        given.put(ProfilePart.STREET, street);
    }

    @Size(max = 100)
    public @Nullable String getCity() {
        return given.get(ProfilePart.CITY);
    }

    public void setCity(@Nullable String city) {
        given.put(ProfilePart.CITY, city);
    }

    @Size(max = 20)
    public @Nullable String getPostcode() {
        return given.get(ProfilePart.POSTCODE);
    }

    public void setPostcode(@Nullable String postcode) {
        given.put(ProfilePart.POSTCODE, postcode);
    }

    @Pattern(regexp = ".*\\S.*", message = "must not be blank")
    @Size(max = 60)
    public @Nullable String getCountry() {
        return given.get(ProfilePart.COUNTRY);
    }

    public void setCountry(@Nullable String country) {
        given.put(ProfilePart.COUNTRY, country);
    }
}
