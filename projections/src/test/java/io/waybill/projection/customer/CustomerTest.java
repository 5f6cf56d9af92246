package io.waybill.projection.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.contract.customer.CustomerErased;
import io.waybill.contract.customer.CustomerId;
import io.waybill.contract.customer.CustomerProfile;
import io.waybill.contract.customer.CustomerRegistered;
import io.waybill.contract.customer.CustomerRevised;
import io.waybill.contract.order.ShippingAddress;
import io.waybill.projection.FoldedTables;
import io.waybill.projection.view.Fingerprint;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CustomerTest extends FoldedTables {
    private static final CustomerId ADA = CustomerId.of("17850");
    private static final CustomerId STRANGER = CustomerId.of("12345");
    private static final CustomerProfile LOVELACE = new CustomerProfile(
            "Ada Lovelace", "ada@example.org", "1", new ShippingAddress("A. L.", "Square 12", "London", "SW1Y", "UK"));
    private static final String CUSTOMERS = """
            select erased, name, email, phone, recipient, street, city, postcode, country,
                   registered_at = '2026-01-05T10:00:00Z' as registered, version
              from customer order by customer_id desc
            """;

    CustomerTest() {
        super("customer");
    }

    @Test
    void a_customer_is_shown_as_last_known() {
        story.customer(new CustomerRegistered(ADA, new CustomerProfile("Ada", null, "2", null)))
                .customer(new CustomerRevised(ADA, new CustomerProfile("Ada King", null, null, null)))
                .customer(new CustomerRevised(ADA, LOVELACE));

        fold.batch(story.events());

        assertThat(fold.rows(CUSTOMERS))
                .containsExactly(List.of(
                        "f",
                        "Ada Lovelace",
                        "ada@example.org",
                        "1",
                        "A. L.",
                        "Square 12",
                        "London",
                        "SW1Y",
                        "UK",
                        "t",
                        "2"));
    }

    @Test
    void of_an_erased_customer_nothing_is_left_also_if_they_never_registered() {
        erased();

        fold.batch(story.events());

        assertThat(fold.rows(CUSTOMERS))
                .containsExactly(
                        Arrays.asList("t", null, null, null, null, null, null, null, null, "t", "2"),
                        Arrays.asList("t", null, null, null, null, null, null, null, null, null, "0"));
    }

    @Test
    void a_customer_is_the_same_in_one_batch_in_several_and_after_half_of_them_came_again() {
        erased();
        fold.batch(story.events());
        Fingerprint once = fold.fingerprint("customer");

        fold.batch(story.events());
        fold.batch(story.events().subList(0, 2));
        assertThat(fold.fingerprint("customer")).isEqualTo(once);

        fold.empty("customer");
        story.events().forEach(event -> fold.batch(List.of(event)));
        assertThat(fold.fingerprint("customer")).isEqualTo(once);
    }

    private void erased() {
        story.customer(new CustomerRegistered(ADA, LOVELACE))
                .customer(new CustomerRevised(ADA, new CustomerProfile("Ada King", null, null, null)))
                .customer(new CustomerErased(ADA, "asked for"))
                .customer(new CustomerErased(STRANGER, null));
    }
}
