package io.waybill.projection.elastic;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import io.waybill.letters.Trouble;
import org.springframework.stereotype.Component;

/** Elasticsearch away, overloaded or without its index: no event's fault. What it finds wrong with a document is. */
@Component
final class ElasticsearchTrouble implements Trouble {
    private static final int BAD_REQUEST = 400;

    @Override
    public boolean passes(Throwable failure) {
        return switch (failure) {
            case IndexUnavailable away -> true;
            case IndexIncomplete lost -> true;
            case ElasticsearchException answer -> answer.status() != BAD_REQUEST;
            default -> false;
        };
    }
}
