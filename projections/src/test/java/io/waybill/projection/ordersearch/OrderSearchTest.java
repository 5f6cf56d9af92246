package io.waybill.projection.ordersearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import io.waybill.contract.order.OrderCancelled;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.order.OrderPlaced;
import io.waybill.projection.Fold;
import io.waybill.projection.Orders;
import io.waybill.projection.Story;
import io.waybill.projection.WholeLife;
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
class OrderSearchTest {
    private static final String VIEW = "ordersearch";

    private final Story story = new Story();
    private final String alias = TestServers.elasticsearch().newIndexName();
    private final Fold fold = new Fold(
            TestServers.postgres().newDatabase(),
            Map.of(
                    "waybill.elasticsearch.url",
                    TestServers.elasticsearch().url(),
                    "waybill.elasticsearch.orders",
                    alias,
                    "waybill.elasticsearch.answer-timeout",
                    "120s"),
            Set.of(VIEW));
    private final OrderSearchIndex index = fold.bean(OrderSearchIndex.class);

    @AfterEach
    void close() throws IOException {
        fold.bean(ElasticsearchClient.class)
                .indices()
                .delete(delete -> delete.index(alias + "-1").ignoreUnavailable(true));
        fold.close();
    }

    @Test
    void a_placed_order_is_a_document() {
        OrderId order = story.placed(Orders.hearts());

        fold.fold(story.events());

        assertThat(document(order))
                .isEqualTo(new OrderDocument(
                        order.toString(),
                        "536365",
                        "17850",
                        "Ada Lovelace",
                        "United Kingdom",
                        "PLACED",
                        new OrderDocument.Total("42.43", "GBP"),
                        2,
                        List.of("85123A", "71053"),
                        List.of("WHITE HANGING HEART T-LIGHT HOLDER", "WHITE METAL LANTERN"),
                        "2010-12-01T08:26:00Z",
                        0));
    }

    @Test
    void a_status_is_changed_whether_the_order_began_in_this_batch_or_before() {
        OrderId hearts = story.placed(Orders.hearts());
        fold.batch(story.events());
        OrderId clocks = story.placed(Orders.clocks());
        story.confirmed(hearts).rejected(clocks);

        fold.batch(story.events().subList(1, 4));

        assertThat(document(hearts).status()).isEqualTo("CONFIRMED");
        assertThat(document(hearts).skus()).containsExactly("85123A", "71053");
        assertThat(document(clocks).status()).isEqualTo("REJECTED");
        assertThat(document(clocks).version()).isEqualTo(1);
    }

    @Test
    void an_amended_order_is_found_by_what_it_is_now() {
        OrderPlaced hearts = Orders.hearts();
        story.placed(hearts);
        fold.batch(story.events());
        story.order(Orders.amended(hearts, 1)).order(new OrderCancelled(hearts.orderId(), null));

        fold.batch(story.events().subList(1, 3));

        OrderDocument document = document(hearts.orderId());
        assertThat(document.name()).isEqualTo("Blaise Pascal");
        assertThat(document.country()).isEqualTo("France");
        assertThat(document.total()).isEqualTo(new OrderDocument.Total("38.17", "GBP"));
        assertThat(document.reference()).isEqualTo("536365");
        assertThat(document.status()).isEqualTo("CANCELLED");
        assertThat(document.version()).isEqualTo(2);
    }

    @Test
    void a_document_follows_the_order_through_its_whole_life() {
        WholeLife life = WholeLife.told(story);

        fold.fold(story.events());

        assertThat(document(life.id).status()).isEqualTo("CLOSED");
        assertThat(document(life.id).version()).isEqualTo(8);
    }

    @Test
    void handling_twice_equals_handling_once_and_a_rebuilt_view_equals_the_live_one() {
        OrderId hearts = story.placed(Orders.hearts());
        story.placed(Orders.guest());
        story.confirmed(hearts);
        story.events().forEach(event -> fold.batch(List.of(event)));
        Fingerprint live = fold.fingerprint(VIEW);
        assertThat(live.rows()).isEqualTo(2);

        fold.fold(story.events());
        fold.batch(story.events().subList(0, 1));
        assertThat(fold.fingerprint(VIEW)).isEqualTo(live);

        fold.empty(VIEW);
        assertThat(fold.fingerprint(VIEW).rows()).isZero();
        fold.fold(story.events());
        assertThat(fold.fingerprint(VIEW)).isEqualTo(live);
    }

    @Test
    void a_document_that_is_older_than_the_one_there_counts_as_written() {
        OrderId hearts = story.placed(Orders.hearts());
        fold.fold(story.events());
        OrderDocument placed = document(hearts);
        story.confirmed(hearts);
        fold.fold(story.events());

        fold.inTransaction(() -> index.write(List.of(placed)));

        assertThat(document(hearts).status()).isEqualTo("CONFIRMED");
    }

    @Test
    void an_index_that_was_lost_is_not_taken_for_an_empty_one() throws IOException {
        story.placed(Orders.hearts());
        fold.fold(story.events());
        fold.bean(ElasticsearchClient.class).indices().delete(delete -> delete.index(alias + "-1"));
        story.placed(Orders.clocks());

        assertThatThrownBy(() -> fold.batch(story.events().subList(1, 2)))
                .as("the write that finds it gone")
                .hasRootCauseInstanceOf(IndexUnavailable.class);
        assertThatThrownBy(() -> fold.batch(story.events().subList(1, 2)))
                .as("and every one after")
                .hasRootCauseInstanceOf(IndexIncomplete.class);

        fold.empty(VIEW);
        fold.fold(story.events());
        assertThat(fold.fingerprint(VIEW).rows()).isEqualTo(2);
    }

    @Test
    void a_batch_waits_for_elasticsearch_and_comes_again() {
        story.placed(Orders.hearts());
        fold.fold(story.events());
        story.placed(Orders.clocks());
        TestServers.elasticsearch().stop();
        try {
            assertThatThrownBy(() -> fold.batch(story.events().subList(1, 2)))
                    .hasStackTraceContaining("Elasticsearch does not answer");
        } finally {
            TestServers.elasticsearch().start();
        }

        fold.batch(story.events().subList(1, 2));

        assertThat(fold.fingerprint(VIEW).rows()).isEqualTo(2);
    }

    private OrderDocument document(OrderId order) {
        return index.find(List.of(order.toString())).get(order.toString());
    }
}
