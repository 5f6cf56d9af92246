package io.waybill.saga.fulfilment.state;

import io.waybill.contract.inventory.Sku;
import io.waybill.contract.inventory.WarehouseId;
import io.waybill.contract.order.AmendOrder;
import io.waybill.contract.order.AmendmentCause;
import io.waybill.contract.order.LineGroup;
import io.waybill.contract.order.OrderLine;
import io.waybill.contract.order.ShippingAddress;
import io.waybill.contract.order.ShortStock;
import io.waybill.contract.payment.PaymentId;
import io.waybill.contract.payment.PaymentPart;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an order that cannot be had as it is may be instead. */
final class Amending {
    private Amending() {}

    /** Whether there is anything that it may be instead. */
    static boolean isPossible(FulfilmentState state) {
        return shipsAvailable(state) || (state.base() != null && !state.base().isLike(state.target()));
    }

    /** Without what is missing, where the order allows that; or as it was before. */
    static AmendOrder command(FulfilmentState state) {
        if (shipsAvailable(state)) {
            return amend(
                    state,
                    AmendmentCause.SHORT_STOCK,
                    available(state),
                    null,
                    state.target().groups(),
                    List.of());
        }
        Target base = Objects.requireNonNull(state.base(), "something to go back to");
        return amend(
                state,
                AmendmentCause.UNDONE,
                base.lines(),
                base.shipTo(),
                base.groups(),
                state.target().payments().stream()
                        .map(PaymentPart::paymentId)
                        .filter(payment -> !base.isPaidBy(payment))
                        .toList());
    }

    private static boolean shipsAvailable(FulfilmentState state) {
        return state.terms().onShortStock() == ShortStock.SHIP_AVAILABLE
                && !missing(state).isEmpty()
                && !available(state).isEmpty();
    }

    private static Map<Sku, Integer> missing(FulfilmentState state) {
        return Filling.missing(state.target().groups(), state.lots());
    }

    /** The lines without what is missing; the last lines of a SKU lose first. */
    private static List<OrderLine> available(FulfilmentState state) {
        Map<Sku, Integer> missing = missing(state);
        List<OrderLine> lines = new ArrayList<>();
        for (OrderLine line : state.target().lines().reversed()) {
            int less = Math.min(line.quantity(), missing.getOrDefault(line.sku(), 0));
            missing.merge(line.sku(), -less, Integer::sum);
            if (less < line.quantity()) {
                lines.add(new OrderLine(
                        line.number(), line.sku(), line.description(), line.quantity() - less, line.unitPrice()));
            }
        }
        return lines.reversed();
    }

    private static AmendOrder amend(
            FulfilmentState state,
            AmendmentCause cause,
            List<OrderLine> lines,
            @Nullable ShippingAddress shipTo,
            List<LineGroup> groups,
            List<PaymentId> dropped) {
        int basis = state.target().amendment();
        return new AmendOrder(
                state.orderId(),
                cause,
                lines,
                shipTo,
                sources(groups),
                supplement(state.orderId() + "/" + basis + "/supplement"),
                basis,
                dropped);
    }

    private static Map<Sku, List<WarehouseId>> sources(List<LineGroup> groups) {
        return groups.stream().collect(Collectors.toMap(LineGroup::sku, LineGroup::sources, (one, other) -> one));
    }

    /** Never used as long as neither way makes an order dearer than it was. */
    private static PaymentId supplement(String name) {
        return new PaymentId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }
}
