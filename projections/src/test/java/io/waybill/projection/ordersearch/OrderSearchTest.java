package io.waybill.projection.ordersearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import io.waybill.contract.order.OrderCancelled;
import io.waybill.contract.order.OrderConfirmed;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.order.OrderPlaced;
import io.waybill.contract.shipment.ShipmentDispatched;
import io.waybill.contract.shipment.ShipmentEvent;
import io.waybill.contract.shipment.ShipmentId;
import io.waybill.projection.Fold;
import io.waybill.projection.Orders;
import io.waybill.projection.Story;
import io.waybill.projection.WholeLife;
import io.waybill.projection.elastic.Change;
import io.waybill.projection.elastic.DocumentIndex;
import io.waybill.projection.elastic.IndexIncomplete;
import io.waybill.projection.elastic.IndexView;
import io.waybill.projection.view.Fingerprint;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import io.waybill.testing.TestServers;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@RealServers({Server.POSTGRES, Server.ELASTICSEARCH})
class OrderSearchTest {
    private static final String VIEW = "ordersearch";

    private final Story story = new Story();
    private final String prefix = TestServers.elasticsearch().newIndexName();
    private final String alias = prefix + VIEW;
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
    void a_placed_order_is_a_document() throws IOException {
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
                        "2010-12-01",
                        List.of(),
                        0));
    }

    @Test
    void a_status_is_changed_whether_the_order_began_in_this_batch_or_before() throws IOException {
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
    void an_amended_order_is_found_by_what_it_is_now() throws IOException {
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
    void a_document_follows_the_order_and_its_shipments_through_their_whole_lives() throws IOException {
        WholeLife life = WholeLife.told(story);

        fold.fold(story.events());

        assertThat(document(life.id).status()).isEqualTo("CLOSED");
        assertThat(document(life.id).version()).isEqualTo(8);
        assertThat(document(life.id).parcels())
                .containsExactly(
                        new Parcel(life.hearts.shipmentId().toString(), "DHL", "JD014600003", 2),
                        new Parcel(life.lanterns.shipmentId().toString(), "DHL", "JD014600003", 2));
    }

    @Test
    void an_amendment_keeps_the_parcels_and_a_parcel_that_is_told_again_changes_nothing() throws IOException {
        WholeLife life =
                new WholeLife(story, Orders.hearts()).placed().reserved().paid().prepared();
        life.dispatched(life.hearts);
        story.order(new OrderCancelled(life.id, null));
        fold.fold(story.events());
        OrderDocument once = document(life.id);
        assertThat(once.parcels()).hasSize(1);

        fold.fold(story.events());

        assertThat(document(life.id)).isEqualTo(once);
    }

    @Test
    void a_shipment_of_an_order_that_is_not_there_is_its_own_fault_and_no_reason_to_stop() {
        ShipmentDispatched orphan = new ShipmentDispatched(
                new ShipmentId(UUID.randomUUID()), new OrderId(UUID.randomUUID()), "DHL", "JD014600003");
        story.shipment(orphan);

        assertThatThrownBy(() -> fold.fold(story.events())).hasRootCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void an_order_and_its_shipments_are_handled_one_after_the_other() {
        WholeLife life = WholeLife.told(story);

        assertThat(story.events().stream()
                        .filter(event -> event.getPayload() instanceof ShipmentEvent)
                        .map(new ByOrder()::getSequenceIdentifierFor))
                .isNotEmpty()
                .containsOnly(life.id.toString());
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
    void a_change_that_meets_another_one_is_made_to_what_that_has_left() throws IOException {
        OrderId hearts = story.placed(Orders.hearts());
        fold.fold(story.events());
        story.confirmed(hearts);
        AtomicInteger steps = new AtomicInteger();

        fold.inTransaction(() -> index().change(List.of(new Change<>(hearts.toString(), false, before -> {
            if (steps.getAndIncrement() == 0) {
                fold.batch(story.events().subList(1, 2));
            }
            return OrderDocument.after(before, new OrderCancelled(hearts, null), 2);
        }))));

        assertThat(steps.get()).isEqualTo(2);
        assertThat(document(hearts).status()).isEqualTo("CANCELLED");
        assertThat(document(hearts).version()).isEqualTo(2);
    }

    @Test
    void a_document_that_others_change_all_the_time_is_tried_again_later() {
        OrderId hearts = story.placed(Orders.hearts());
        fold.fold(story.events());
        DocumentIndex<OrderDocument> index = index();
        AtomicInteger versions = new AtomicInteger(1);

        assertThatThrownBy(() ->
                        fold.inTransaction(() -> index.change(List.of(new Change<>(hearts.toString(), false, before -> {
                            index.change(List.of(new Change<>(
                                    hearts.toString(),
                                    false,
                                    other -> OrderDocument.after(
                                            other, new OrderConfirmed(hearts), versions.incrementAndGet()))));
                            return OrderDocument.after(before, new OrderCancelled(hearts, null), 1_000);
                        })))))
                .hasMessageContaining("all the time");
    }

    @Test
    void an_index_that_was_lost_is_not_taken_for_an_empty_one() throws IOException {
        story.placed(Orders.hearts());
        fold.fold(story.events());
        fold.bean(ElasticsearchClient.class).indices().delete(delete -> delete.index(alias + "-1"));
        story.placed(Orders.clocks());

        assertThatThrownBy(() -> fold.batch(story.events().subList(1, 2)))
                .as("the write that finds it gone")
                .hasStackTraceContaining("Elasticsearch did not write a document");
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

    private OrderDocument document(OrderId order) throws IOException {
        return fold.bean(ElasticsearchClient.class)
                .get(get -> get.index(alias).id(order.toString()), OrderDocument.class)
                .source();
    }

    @SuppressWarnings("unchecked") // there is one bean of this name
    private DocumentIndex<OrderDocument> index() {
        return ((IndexView<OrderDocument>) fold.bean("orderSearch")).documents(Fold.GENERATION);
    }
}
