package io.waybill.projection.elastic;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.waybill.projection.view.Fingerprint;
import io.waybill.projection.view.RowSum;
import io.waybill.projection.view.Shadow;
import io.waybill.projection.view.View;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A read model that is one index. */
final class IndexView<D extends Document> implements View {
    private final DocumentIndex<D> index;
    private final Set<String> aggregateTypes;
    private final JdbcClient jdbc;
    private final Function<Documents<D>, Object> writer;

    IndexView(
            DocumentIndex<D> index,
            Set<String> aggregateTypes,
            JdbcClient jdbc,
            Function<Documents<D>, Object> writer) {
        this.index = index;
        this.aggregateTypes = Set.copyOf(aggregateTypes);
        this.jdbc = jdbc;
        this.writer = writer;
    }

    @Override
    public String name() {
        return index.kind().view();
    }

    @Override
    public Set<String> aggregateTypes() {
        return aggregateTypes;
    }

    /** Takes part in no transaction: if the caller's fails, the index stays empty, and the rebuild has to be repeated. */
    @Override
    public void empty() {
        index.schema().renew();
    }

    @Override
    public Shadow shadow(Object live) {
        return new DocumentCopy<>(this, index.kind().type(), jdbc, writer);
    }

    @Override
    public Fingerprint fingerprint() {
        RowSum documents = new RowSum();
        readAll(documents);
        return documents.fingerprint();
    }

    @Override
    public Optional<String> trouble() {
        try {
            index.schema().isThere();
            return Optional.empty();
        } catch (RuntimeException away) {
            return Optional.of(String.valueOf(away.getMessage()));
        }
    }

    /** Hands out every document's id and hash. */
    void readAll(Shadow.Rows rows) {
        index.forEach(document -> rows.add(document.id(), hash(document)));
    }

    // A record's text holds all its fields, so equal hashes mean equal documents.
    static long hash(Document document) {
        try {
            byte[] text = document.toString().getBytes(UTF_8);
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text))
                    .getLong();
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
