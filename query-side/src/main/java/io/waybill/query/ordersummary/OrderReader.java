package io.waybill.query.ordersummary;

import io.waybill.query.fulfilment.Life;
import io.waybill.query.fulfilment.Lives;
import io.waybill.web.ApiProblem;
import io.waybill.web.EntityTag;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Puts a whole order together from the views that tell of it. */
@Component
public final class OrderReader {
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

    /** Those of the orders that there is something of, in two statements however many they are. */
    public List<OrderAnswer> find(Collection<UUID> ids) {
        Map<UUID, Life> known = lives.of(ids);
        return whole.findByOrderIdIn(ids).stream()
                .map(order -> OrderAnswer.of(order, Optional.ofNullable(known.get(order.orderId))))
                .toList();
    }

    /** The entity tag of an answer: the order's version, for commands, and what tells this answer from any other. */
    String tag(OrderAnswer answer) {
        return EntityTag.of(answer.version(), json.writeValueAsBytes(answer));
    }

    /** The refusal of an order that is not there. */
    public static ApiProblem missing() {
        return new ApiProblem(
                HttpStatus.NOT_FOUND,
                "ORDER_NOT_FOUND",
                "There is no such order, or its placing has not reached this view yet.");
    }

    /** @param version that all of the order's views have reached; -1 if one of them has nothing of it */
    record Found(OrderAnswer answer, long version) {}
}
