package io.waybill.projection.ordersearch;

import static java.nio.charset.StandardCharsets.UTF_8;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch.core.search.Hit;
import io.waybill.projection.view.Fingerprint;
import io.waybill.projection.view.RowSum;
import io.waybill.projection.view.Shadow;
import io.waybill.projection.view.View;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The index as a rebuild sees it. */
@Component
final class OrderSearchView implements View {
    /** Documents that one request brings. */
    private static final int PAGE = 1_000;

    private final ElasticsearchClient client;
    private final OrderSearchSchema schema;
    private final JdbcClient jdbc;

    OrderSearchView(ElasticsearchClient client, OrderSearchSchema schema, JdbcClient jdbc) {
        this.client = client;
        this.schema = schema;
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return OrderSearchIndex.NAME;
    }

    @Override
    public Set<String> aggregateTypes() {
        return Set.of("Order", "Customer");
    }

    /** Takes part in no transaction: if the caller's fails, the index stays empty, and the rebuild has to be repeated. */
    @Override
    public void empty() {
        schema.renew();
    }

    @Override
    public Shadow shadow(Object writer) {
        return new OrderSearchShadow(this, jdbc);
    }

    @Override
    public Fingerprint fingerprint() {
        RowSum documents = new RowSum();
        forEach(documents);
        return documents.fingerprint();
    }

    /** Hands out every document, with its id and hash. */
    void forEach(Shadow.Rows rows) {
        if (!schema.isThere()) {
            return;
        }
        Elastic.call(() -> client.indices().refresh(refresh -> refresh.index(schema.alias())));
        List<Hit<OrderDocument>> page = page(List.of());
        while (!page.isEmpty()) {
            page.forEach(hit -> rows.add(String.valueOf(hit.id()), hash(Objects.requireNonNull(hit.source()))));
            page = page(page.getLast().sort());
        }
    }

    @Override
    public Optional<String> trouble() {
        try {
            schema.isThere();
            return Optional.empty();
        } catch (RuntimeException away) {
            return Optional.of(String.valueOf(away.getMessage()));
        }
    }

    private List<Hit<OrderDocument>> page(List<FieldValue> after) {
        return Elastic.call(() -> client.search(
                        search -> {
                            search.index(schema.alias())
                                    .size(PAGE)
                                    .sort(sort -> sort.field(
                                            field -> field.field("orderId").order(SortOrder.Asc)));
                            return after.isEmpty() ? search : search.searchAfter(after);
                        },
                        OrderDocument.class))
                .hits()
                .hits();
    }

    // A record's text holds all its fields, so equal hashes mean equal documents.
    static long hash(OrderDocument document) {
        try {
            byte[] text = document.toString().getBytes(UTF_8);
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text))
                    .getLong();
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
