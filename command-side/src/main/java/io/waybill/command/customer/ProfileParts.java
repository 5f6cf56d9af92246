package io.waybill.command.customer;

import static io.waybill.contract.customer.ProfilePart.CITY;
import static io.waybill.contract.customer.ProfilePart.COUNTRY;
import static io.waybill.contract.customer.ProfilePart.EMAIL;
import static io.waybill.contract.customer.ProfilePart.NAME;
import static io.waybill.contract.customer.ProfilePart.PHONE;
import static io.waybill.contract.customer.ProfilePart.POSTCODE;
import static io.waybill.contract.customer.ProfilePart.RECIPIENT;
import static io.waybill.contract.customer.ProfilePart.STREET;

import io.waybill.contract.customer.CustomerProfile;
import io.waybill.contract.customer.ProfilePart;
import io.waybill.contract.order.ShippingAddress;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A profile part by part, so that some can be changed and others stay. What is not known is not in the map. */
record ProfileParts(Map<ProfilePart, String> known) {
    private static final List<ProfilePart> OF_ADDRESS = List.of(RECIPIENT, STREET, CITY, POSTCODE);

    static ProfileParts of(CustomerProfile profile) {
        Map<ProfilePart, String> known = new EnumMap<>(ProfilePart.class);
        put(known, NAME, profile.name());
        put(known, EMAIL, profile.email());
        put(known, PHONE, profile.phone());
        ShippingAddress address = profile.address();
        if (address != null) {
            put(known, RECIPIENT, address.name());
            put(known, STREET, address.street());
            put(known, CITY, address.city());
            put(known, POSTCODE, address.postcode());
            put(known, COUNTRY, address.country());
        }
        return new ProfileParts(known);
    }

    ProfileParts after(Map<ProfilePart, String> changed, Set<ProfilePart> removed) {
        Map<ProfilePart, String> after = new EnumMap<>(ProfilePart.class);
        after.putAll(known);
        after.putAll(changed);
        after.keySet().removeAll(removed);
        return new ProfileParts(after);
    }

    boolean hasAddressWithoutCountry() {
        return !known.containsKey(COUNTRY) && !Collections.disjoint(known.keySet(), OF_ADDRESS);
    }

    CustomerProfile profile() {
        String country = known.get(COUNTRY);
        return new CustomerProfile(
                known.get(NAME),
                known.get(EMAIL),
                known.get(PHONE),
                country == null
                        ? null
                        : new ShippingAddress(
                                known.get(RECIPIENT),
                                known.get(STREET),
                                known.get(CITY),
                                known.get(POSTCODE),
                                country));
    }

    private static void put(Map<ProfilePart, String> known, ProfilePart part, @Nullable String value) {
        if (value != null) {
            known.put(part, value);
        }
    }
}
