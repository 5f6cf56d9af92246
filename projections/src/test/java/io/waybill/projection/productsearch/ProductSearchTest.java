package io.waybill.projection.productsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import io.waybill.contract.inventory.Sku;
import io.waybill.contract.product.PriceChanged;
import io.waybill.contract.product.ProductDiscontinued;
import io.waybill.contract.product.ProductRegistered;
import io.waybill.contract.product.ProductRevised;
import io.waybill.projection.Fold;
import io.waybill.projection.Orders;
import io.waybill.projection.Story;
import io.waybill.projection.elastic.IndexIncomplete;
import io.waybill.projection.view.Fingerprint;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import io.waybill.testing.TestServers;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@RealServers({Server.POSTGRES, Server.ELASTICSEARCH})
class ProductSearchTest {
    private static final String VIEW = "productsearch";
    private static final Sku HEART = Sku.of("85123A");

    private final Story story = new Story();
    private final String prefix = TestServers.elasticsearch().newIndexName();
    private final Fold fold = new Fold(
            TestServers.postgres().newDatabase(),
            Map.of(
                    "waybill.elasticsearch.url",
                    TestServers.elasticsearch().url(),
                    "waybill.elasticsearch.prefix",
                    prefix,
                    "waybill.elasticsearch.answer-timeout",
                    "120s"),
            Set.of(VIEW));

    @AfterEach
    void close() {
        fold.close();
    }

    @Test
    void a_product_is_found_with_its_last_name_price_and_status() throws IOException {
        story();

        fold.batch(story.events());

        assertThat(document())
                .isEqualTo(new ProductDocument(
                        "85123A", "WHITE HEART", new ProductDocument.Price("3.125", "GBP"), "DISCONTINUED", 4));
    }

    @Test
    void a_product_is_the_same_in_one_batch_in_several_and_after_half_of_them_came_again() {
        story();
        fold.batch(story.events());
        Fingerprint once = fold.fingerprint(VIEW);
        assertThat(once.rows()).isEqualTo(1);

        fold.batch(story.events());
        fold.batch(story.events().subList(0, 3));
        assertThat(fold.fingerprint(VIEW)).isEqualTo(once);

        fold.empty(VIEW);
        story.events().forEach(event -> fold.batch(List.of(event)));
        assertThat(fold.fingerprint(VIEW)).isEqualTo(once);
    }

    @Test
    void a_product_that_the_index_has_lost_is_not_begun_in_its_middle() {
        story();

        assertThatThrownBy(() -> fold.batch(story.events().subList(1, 2)))
                .hasRootCauseInstanceOf(IndexIncomplete.class)
                .hasRootCauseMessage(
                        "the index lacks product 85123A, of which a later event came; rebuild productsearch");
    }

    private void story() {
        story.product(new ProductRegistered(HEART, "HEART", Orders.money("GBP", "2.55")))
                .product(new PriceChanged(HEART, Orders.money("GBP", "2.955"), Orders.money("GBP", "2.55")))
                .product(new ProductRevised(HEART, "WHITE HEART"))
                .product(new PriceChanged(HEART, Orders.money("GBP", "3.125"), Orders.money("GBP", "2.955")))
                .product(new ProductDiscontinued(HEART));
    }

    private ProductDocument document() throws IOException {
        return fold.bean(ElasticsearchClient.class)
                .get(get -> get.index(prefix + VIEW).id(HEART.value()), ProductDocument.class)
                .source();
    }
}
