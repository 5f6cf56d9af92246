package io.waybill.projection.control;

import io.waybill.eventing.kafka.LogPosition;
import io.waybill.letters.store.DeadLetters;
import io.waybill.projection.generation.Generation;
import io.waybill.projection.view.View;
import java.util.Arrays;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes a generation back to before the first event. Axon's own reset is not used: it marks what comes again as a replay, which
 * our handlers need not know, and stores a token that ties the table to Axon's classes.
 */
@Component
final class ViewReset {
    /** How long emptying a table waits for its readers, while new ones wait for it. */
    private static final String PATIENCE = "set local lock_timeout = '10s'";

    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final TokenStore tokens;
    private final DeadLetters letters;

    ViewReset(TransactionTemplate transaction, JdbcClient jdbc, TokenStore tokens, DeadLetters letters) {
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.tokens = tokens;
        this.letters = letters;
    }

    /**
     * Empties the generation, forgets its dead letters, puts its segments' tokens to the beginning and takes note, all or
     * nothing.
     *
     * @param note runs in the same transaction
     * @throws RuntimeException if somebody else works on a segment, or the view's store is away
     */
    void reset(View view, Generation generation, Runnable note) {
        String processor = generation.processor();
        transaction.executeWithoutResult(status -> {
            jdbc.sql(PATIENCE).update();
            note.run();
            Arrays.stream(tokens.fetchSegments(processor)).forEach(segment -> {
                tokens.fetchToken(processor, segment);
                tokens.storeToken(LogPosition.START, processor, segment);
                tokens.releaseClaim(processor, segment);
            });
            // It will meet those events again.
            letters.forget(processor);
            view.empty(generation.number());
        });
    }
}
