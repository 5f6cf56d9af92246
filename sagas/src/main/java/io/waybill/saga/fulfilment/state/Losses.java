package io.waybill.saga.fulfilment.state;

import io.waybill.contract.inventory.WarehouseId;
import io.waybill.contract.order.LineGroup;
import io.waybill.contract.order.LostShipment;
import io.waybill.contract.shipment.ShipmentId;
import io.waybill.contract.shipment.ShipmentItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;

/**
 * What becomes of lost shipments: sent again where the order wants that and the pieces are there, refunded otherwise. What
 * is sent again is reserved under group numbers of its own, {@code 1,000,000 × n + group} for the n-th loss, because the
 * group's own reservation has been shipped.
 */
final class Losses {
    /** What was lost so often on its way is refunded. */
    private static final int MAX_RESHIPS = 3;

    private Losses() {}

    /** Goes on with the first lost parcel that can. */
    static FulfilmentState goOn(FulfilmentState state) {
        for (Parcel parcel : state.parcels()) {
            FulfilmentState next = switch (parcel.status()) {
                case LOST -> lost(state, parcel);
                case RESHIPPING -> reship(state, parcel);
                case REFUNDING -> refund(state, parcel);
                case PLANNED, PREPARED, WITHDRAWN, DISPATCHED, DELIVERED, RESHIPPED, REFUNDED -> state;
            };
            if (!next.equals(state)) {
                return next;
            }
        }
        return state;
    }

    /** First it has to be known what was captured for it: no more is refunded, and what replaces it is worth no more. */
    private static FulfilmentState lost(FulfilmentState state, Parcel parcel) {
        if (parcel.awaitsCapture()) {
            return state;
        }
        return state.withParcel(
                parcel.id(),
                lost -> state.terms().onLoss() == LostShipment.RESHIP && reships(state, parcel) < MAX_RESHIPS
                        ? lost.reshipping(again(state, lost))
                        : lost.with(Parcel.Status.REFUNDING));
    }

    private static FulfilmentState reship(FulfilmentState state, Parcel parcel) {
        List<Lot> own = new ArrayList<>();
        List<Lot> others = new ArrayList<>();
        state.lots().forEach(lot -> (isOf(parcel, lot) ? own : others).add(lot));
        List<Lot> asked = Filling.ask(parcel.again(), own);
        others.addAll(asked);
        if (asked.stream().anyMatch(lot -> lot.asked() > 0)) {
            return state.withLots(others);
        }
        if (Filling.missing(parcel.again(), asked).isEmpty()) {
            return replace(state, parcel, asked);
        }
        return state.withLots(lot -> isOf(parcel, lot) ? lot.keeping(0) : lot)
                .withParcel(parcel.id(), lost -> lost.with(Parcel.Status.REFUNDING))
                .noting(notes ->
                        notes.trouble("what was lost with shipment " + parcel.id() + " could not be had again"));
    }

    private static FulfilmentState replace(FulfilmentState state, Parcel parcel, List<Lot> lots) {
        List<Parcel> parcels = new ArrayList<>(state.parcels());
        long pieces = lots.stream().mapToLong(Lot::usable).sum();
        long before = 0;
        for (var packed : Packing.byWarehouse(lots).entrySet()) {
            List<ShipmentItem> items = packed.getValue();
            long after =
                    before + items.stream().mapToLong(ShipmentItem::quantity).sum();
            Money worth = Prices.part(parcel.worth(), after, pieces).minus(Prices.part(parcel.worth(), before, pieces));
            parcels.add(Parcel.planned(
                    Packing.id(state.orderId(), parcel.amendment(), packed.getKey(), number(items)),
                    parcel.amendment(),
                    packed.getKey(),
                    items,
                    items,
                    state.nothing(),
                    parcel.id(),
                    worth));
            before = after;
        }
        return state.withParcels(parcels).withParcel(parcel.id(), lost -> lost.with(Parcel.Status.RESHIPPED));
    }

    private static FulfilmentState refund(FulfilmentState state, Parcel parcel) {
        return parcel.worth().isZero() ? state.withParcel(parcel.id(), lost -> lost.refunded(List.of())) : state;
    }

    private static List<LineGroup> again(FulfilmentState state, Parcel parcel) {
        long losses = state.parcels().stream()
                .filter(other -> !other.again().isEmpty())
                .count();
        int first = Math.toIntExact(losses + 1) * Lot.RESHIPPED;
        return parcel.items().stream()
                .map(item -> new LineGroup(
                        first + item.group() % Lot.RESHIPPED, item.sku(), item.quantity(), sources(state, item)))
                .toList();
    }

    private static List<WarehouseId> sources(FulfilmentState state, ShipmentItem item) {
        return state.target().groups().stream()
                .filter(group -> group.sku().equals(item.sku()))
                .flatMap(group -> group.sources().stream())
                .distinct()
                .toList();
    }

    private static int number(List<ShipmentItem> items) {
        return items.getFirst().group() / Lot.RESHIPPED;
    }

    private static boolean isOf(Parcel parcel, Lot lot) {
        return parcel.again().stream().anyMatch(group -> group.number() == lot.group());
    }

    private static int reships(FulfilmentState state, Parcel parcel) {
        int reships = 0;
        for (Optional<Parcel> before = replaced(state, parcel); before.isPresent(); reships++) {
            before = replaced(state, before.get());
        }
        return reships;
    }

    private static Optional<Parcel> replaced(FulfilmentState state, Parcel parcel) {
        return state.parcels().stream()
                .filter(other -> other.id().equals(parcel.replaces()))
                .findFirst();
    }

    /**
     * Shipments of which something was refunded, by what was first sent. Where a part of what was sent again arrived, the
     * whole counts as lost: nothing of it can be returned and refunded a second time.
     */
    static List<ShipmentId> forGood(FulfilmentState state) {
        return state.parcels().stream()
                .filter(parcel -> parcel.status() == Parcel.Status.REFUNDED)
                .map(parcel -> first(state, parcel))
                .distinct()
                .toList();
    }

    private static ShipmentId first(FulfilmentState state, Parcel parcel) {
        Parcel first = parcel;
        while (first.replaces() != null) {
            first = replaced(state, Objects.requireNonNull(first)).orElseThrow();
        }
        return first.id();
    }

    /** Whether no shipment is left that did not get lost. */
    static boolean isEverythingLost(FulfilmentState state) {
        List<ShipmentId> lost = forGood(state);
        return state.parcels().stream()
                .filter(parcel -> parcel.replaces() == null && parcel.status().hasLeft())
                .allMatch(parcel -> lost.contains(parcel.id()));
    }
}
