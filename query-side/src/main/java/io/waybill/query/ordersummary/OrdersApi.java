package io.waybill.query.ordersummary;

import io.waybill.query.fulfilment.OrderStatus;
import io.waybill.query.ordersummary.ListedOrders.Filter;
import io.waybill.query.parameter.Cursor;
import io.waybill.query.parameter.EntityTags;
import io.waybill.query.parameter.Parameters;
import io.waybill.query.parameter.Sparse;
import io.waybill.query.watch.Freshness;
import io.waybill.query.watch.Wanted;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /orders} and {@code GET /orders/{id}}. */
@RestController
@RequestMapping("/api/{version}/orders")
class OrdersApi {
    static final int MAX_LIMIT = 200;
    private static final String SORTS = "-?(orderedAt|placedAt)";

    private final OrderReader reader;
    private final ListedOrders listed;
    private final Freshness freshness;

    OrdersApi(OrderReader reader, ListedOrders listed, Freshness freshness) {
        this.reader = reader;
        this.listed = listed;
        this.freshness = freshness;
    }

    /**
     * One order with its whole life. Its entity tag begins with the order's version, which is what a command's
     * {@code If-Match} is compared with, and goes on with a digest of the answer, since payments, shipments and returns have
     * versions of their own: so 304 means that nothing of all this has changed. With {@code minVersion}, it waits until the
     * order's views have reached that version: 2 s, or as many seconds as {@code Prefer: wait=} says.
     */
    @GetMapping("/{id}")
    @Sparse(OrderAnswer.class)
    OrderAnswer one(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable @Min(0) Long minVersion,
            @RequestParam(required = false) @Nullable @Size(min = 1, max = Sparse.MAX_LENGTH) String fields,
            @RequestHeader(name = "Prefer", required = false) @Nullable String prefer,
            HttpServletRequest request) {
        OrderReader.Found found = freshness.read(
                id,
                Wanted.of(minVersion, prefer),
                () -> reader.find(id),
                OrderReader.Found::version,
                OrderReader::missing);
        EntityTags.beginWith(found.answer().version(), request);
        return found.answer();
    }

    /**
     * Orders, the newest first unless {@code sort} says otherwise. An order is placed when it reaches Waybill, and ordered
     * when the customer ordered, which for an imported one is long before.
     */
    @GetMapping
    @Sparse(OrderPage.Item.class)
    OrderPage page(
            @RequestParam(required = false) @Nullable OrderStatus status,
            @RequestParam(required = false) @Nullable @Size(min = 1, max = 64) String customer,
            @RequestParam(required = false) @Nullable @Size(min = 1, max = 100) String country,
            @RequestParam(required = false) @Nullable Instant placedFrom,
            @RequestParam(required = false) @Nullable Instant placedTo,
            @RequestParam(required = false) @Nullable @Pattern(regexp = SORTS) String sort,
            @RequestParam(required = false) @Nullable @Size(min = 1, max = Sparse.MAX_LENGTH) String fields,
            @RequestParam(defaultValue = "50") @Range(min = 1, max = MAX_LIMIT) int limit,
            @RequestParam(required = false) @Nullable @Size(max = Cursor.MAX_LENGTH) String after) {
        Parameters.checkPeriod("placedFrom", placedFrom, "placedTo", placedTo);
        Filter filter = new Filter(status, customer, country, placedFrom, placedTo);
        return OrderPage.of(listed.page(filter, ListedOrders.sorting(sort, filter), limit, after));
    }
}
