package io.waybill.projection.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.contract.inventory.Sku;
import io.waybill.contract.product.PriceChanged;
import io.waybill.contract.product.ProductDiscontinued;
import io.waybill.contract.product.ProductRegistered;
import io.waybill.contract.product.ProductRevised;
import io.waybill.projection.FoldedTables;
import io.waybill.projection.Orders;
import io.waybill.projection.view.Fingerprint;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProductTest extends FoldedTables {
    private static final Sku HEART = Sku.of("85123A");
    private static final String PRODUCTS = "select name, price, currency, status, version from product";

    ProductTest() {
        super("product");
    }

    @Test
    void a_product_has_its_last_name_price_and_status() {
        story();

        fold.batch(story.events());

        assertThat(fold.rows(PRODUCTS)).containsExactly(List.of("WHITE HEART", "3.125", "GBP", "DISCONTINUED", "4"));
    }

    @Test
    void a_product_is_the_same_in_one_batch_in_several_and_after_half_of_them_came_again() {
        story();
        fold.batch(story.events());
        Fingerprint once = fold.fingerprint("product");

        fold.batch(story.events());
        fold.batch(story.events().subList(0, 3));
        assertThat(fold.fingerprint("product")).isEqualTo(once);

        fold.empty("product");
        story.events().forEach(event -> fold.batch(List.of(event)));
        assertThat(fold.fingerprint("product")).isEqualTo(once);

        fold.empty("product");
        fold.batch(story.events().subList(0, 2));
        fold.batch(story.events());
        assertThat(fold.fingerprint("product")).isEqualTo(once);
    }

    private void story() {
        story.product(new ProductRegistered(HEART, "HEART", Orders.money("GBP", "2.55")))
                .product(new PriceChanged(HEART, Orders.money("GBP", "2.955"), Orders.money("GBP", "2.55")))
                .product(new ProductRevised(HEART, "WHITE HEART"))
                .product(new PriceChanged(HEART, Orders.money("GBP", "3.125"), Orders.money("GBP", "2.955")))
                .product(new ProductDiscontinued(HEART));
    }
}
