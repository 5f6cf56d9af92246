package io.waybill.query.ordersummary;

import io.waybill.query.fulfilment.Lives;
import io.waybill.query.fulfilment.OrderStatus;
import io.waybill.query.ordersummary.ListedOrders.Place;
import io.waybill.query.parameter.Cursor;
import io.waybill.web.ApiProblem;
import io.waybill.web.EntityTag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /orders} and {@code GET /orders/{id}}. */
@RestController
@RequestMapping("/api/{version}/orders")
class OrdersApi {
    static final int MAX_LIMIT = 200;

    private final WholeOrders whole;
    private final ListedOrders listed;
    private final Lives lives;

    OrdersApi(WholeOrders whole, ListedOrders listed, Lives lives) {
        this.whole = whole;
        this.listed = listed;
        this.lives = lives;
    }

    /**
     * Answers with the order's version as its entity tag, which is what a command's {@code If-Match} is compared with. It
     * says nothing about the order's payments, shipments and returns, which have versions of their own: so the whole is
     * always answered, also to who has seen this version of the order.
     */
    @GetMapping("/{id}")
    OrderAnswer one(@PathVariable UUID id, HttpServletResponse response) {
        OrderAnswer order = whole.findByOrderId(id)
                .map(found -> OrderAnswer.of(found, lives.of(id)))
                .orElseThrow(() -> new ApiProblem(
                        HttpStatus.NOT_FOUND,
                        "ORDER_NOT_FOUND",
                        "There is no such order, or its placing has not reached this view yet."));
        response.setHeader(HttpHeaders.ETAG, new EntityTag(order.version()).toString());
        return order;
    }

    @GetMapping
    OrderPage page(
            @RequestParam(required = false) @Nullable OrderStatus status,
            @RequestParam(required = false) @Nullable @Size(min = 1, max = 64) String customer,
            @RequestParam(defaultValue = "50") @Range(min = 1, max = MAX_LIMIT) int limit,
            @RequestParam(required = false) @Nullable @Size(max = Cursor.MAX_LENGTH) String after) {
        return OrderPage.of(listed.page(status, customer, limit, after == null ? null : place(after)));
    }

    private static Place place(String cursor) {
        try {
            List<String> parts = Cursor.parts(cursor, 2);
            return new Place(Instant.parse(parts.getFirst()), UUID.fromString(parts.getLast()));
        } catch (IllegalArgumentException | DateTimeException foreign) {
            throw Cursor.broken();
        }
    }
}
