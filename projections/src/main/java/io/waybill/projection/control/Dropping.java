package io.waybill.projection.control;

import io.waybill.letters.store.DeadLetters;
import io.waybill.projection.generation.Generation;
import io.waybill.projection.generation.Generations;
import io.waybill.projection.view.Schemas;
import io.waybill.projection.view.View;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes away all that there is of a generation: tables or index, positions and dead letters. */
@Component
final class Dropping {
    private static final String PATIENCE = "set local lock_timeout = '2s'";

    // A node that was just about to begin with one that is gone by now may have left some.
    private static final String TOKENS = """
            delete from token_entry where processor_name = ?
                or processor_name in (select view || '-' || number from generation where state = 'DROPPED')
            """;

    private static final Logger log = LoggerFactory.getLogger(Dropping.class);

    private final Generations generations;
    private final Holding holding;
    private final Schemas schemas;
    private final DeadLetters letters;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    Dropping(
            Generations generations,
            Holding holding,
            Schemas schemas,
            DeadLetters letters,
            TransactionTemplate transaction,
            JdbcClient jdbc) {
        this.generations = generations;
        this.holding = holding;
        this.schemas = schemas;
        this.letters = letters;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    /** Whether it is gone. Nodes that still work on it stop by themselves. */
    boolean drop(View view, Generation generation) {
        if (!holding.isFree(generation)) {
            return false;
        }
        transaction.executeWithoutResult(status -> {
            jdbc.sql(PATIENCE).update();
            jdbc.sql(TOKENS).param(generation.processor()).update();
            letters.forget(generation.processor());
            schemas.drop(view, generation.number());
            generations.dropped(generation);
            view.drop(generation.number());
        });
        log.info("Generation {} of {} is gone", generation.number(), view.name());
        return true;
    }
}
