package io.waybill.query.ordersummary;

import io.waybill.query.fulfilment.Life;
import io.waybill.query.fulfilment.Lives;
import io.waybill.web.ApiProblem;
import io.waybill.web.EntityTag;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Puts a whole order together from the views that tell of it. */
@Component
final class OrderReader {
    private final WholeOrders whole;
    private final Lives lives;
    private final JsonMapper json;

    OrderReader(WholeOrders whole, Lives lives, JsonMapper json) {
        this.whole = whole;
        this.lives = lives;
        this.json = json;
    }

    /** What there is of it; empty while its placing has not reached the view. */
    Optional<Found> find(UUID id) {
        return whole.findByOrderId(id).map(order -> {
            Optional<Life> life = lives.of(id);
            long seenByAll = Math.min(order.version, life.map(Life::version).orElse(-1L));
            return new Found(OrderAnswer.of(order, life), seenByAll);
        });
    }

    /** The entity tag of an answer: the order's version, for commands, and what tells this answer from any other. */
    String tag(OrderAnswer answer) {
        return EntityTag.of(answer.version(), json.writeValueAsBytes(answer));
    }

    static ApiProblem missing() {
        return new ApiProblem(
                HttpStatus.NOT_FOUND,
                "ORDER_NOT_FOUND",
                "There is no such order, or its placing has not reached this view yet.");
    }

    /** @param version that all of the order's views have reached; -1 if one of them has nothing of it */
    record Found(OrderAnswer answer, long version) {}
}
