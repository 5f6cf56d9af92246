package io.waybill.projection.ordersearch;

import static java.nio.charset.StandardCharsets.UTF_8;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch.core.search.Hit;
import io.waybill.projection.view.Fingerprint;
import io.waybill.projection.view.View;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The index as a rebuild sees it. */
@Component
final class OrderSearchView implements View {
    /** Documents that one request brings. */
    private static final int PAGE = 1_000;

    private final ElasticsearchClient client;
    private final OrderSearchSchema schema;

    OrderSearchView(ElasticsearchClient client, OrderSearchSchema schema) {
        this.client = client;
        this.schema = schema;
    }

    @Override
    public String name() {
        return OrderSearchIndex.NAME;
    }

    @Override
    public Set<String> aggregateTypes() {
        return Set.of("Order");
    }

    /** Takes part in no transaction: if the caller's fails, the index stays empty, and the rebuild has to be repeated. */
    @Override
    public void empty() {
        schema.renew();
    }

    @Override
    public Fingerprint fingerprint() {
        if (!schema.isThere()) {
            return new Fingerprint(0, BigInteger.ZERO);
        }
        Elastic.call(() -> client.indices().refresh(refresh -> refresh.index(schema.alias())));
        long rows = 0;
        BigInteger sum = BigInteger.ZERO;
        List<Hit<OrderDocument>> page = page(List.of());
        while (!page.isEmpty()) {
            rows += page.size();
            sum = page.stream().map(OrderSearchView::hash).reduce(sum, BigInteger::add);
            page = page(page.getLast().sort());
        }
        return new Fingerprint(rows, sum);
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
    private static BigInteger hash(Hit<OrderDocument> hit) {
        try {
            byte[] text = Objects.requireNonNull(hit.source()).toString().getBytes(UTF_8);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
            return BigInteger.valueOf(ByteBuffer.wrap(digest).getLong());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
