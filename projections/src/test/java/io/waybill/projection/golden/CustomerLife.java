package io.waybill.projection.golden;

import io.waybill.contract.customer.CustomerErased;
import io.waybill.contract.customer.CustomerId;
import io.waybill.contract.customer.CustomerProfile;
import io.waybill.contract.customer.CustomerRegistered;
import io.waybill.contract.customer.CustomerRevised;

/** Somebody who registers, moves, and perhaps wants to be forgotten. */
final class CustomerLife extends Life {
    CustomerLife(Shop shop, int number) {
        CustomerId id = CustomerId.of(Integer.toString(17_000 + number));
        then(() -> {
            shop.story.customer(new CustomerRegistered(id, profile(shop)));
            shop.customers.add(id);
        });
        for (int moves = shop.roll(3); moves > 0; moves--) {
            then(() -> shop.story.customer(new CustomerRevised(id, profile(shop))));
        }
    }

    /** The end of this customer, who orders no more. */
    static void erase(Shop shop, CustomerId id) {
        shop.customers.remove(id);
        shop.story.customer(new CustomerErased(id, shop.roll(2) == 0 ? null : "asked by letter"));
    }

    private static CustomerProfile profile(Shop shop) {
        return new CustomerProfile(
                shop.name(),
                shop.roll(2) == 0 ? null : "somebody" + shop.roll(1_000) + "@example.org",
                shop.roll(2) == 0 ? null : "+44 20 7946 " + shop.roll(9_999),
                shop.roll(3) == 0 ? null : shop.address());
    }
}
