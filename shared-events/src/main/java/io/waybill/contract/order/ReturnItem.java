package io.waybill.contract.order;

import io.waybill.contract.inventory.Sku;
import java.math.RoundingMode;
import org.joda.money.Money;

/** Pieces of one order line that are to come back, and what they are refunded with. */
public record ReturnItem(int line, Sku sku, int quantity, Money value) {

    /**
     * Only some of the pieces, because the others did not come: their value in proportion, rounded half-even to the
     * currency's minor unit. The order and the return count with it, each by itself, and so agree to the penny.
     *
     * @param pieces 0 to {@link #quantity()}
     * @throws IllegalArgumentException if there are not so many
     */
    public ReturnItem only(int pieces) {
        if (pieces < 0 || pieces > quantity) {
            throw new IllegalArgumentException(pieces + " of " + quantity + " pieces");
        }
        Money part = value.toBigMoney()
                .multipliedBy(pieces)
                .dividedBy(quantity, RoundingMode.HALF_EVEN)
                .toMoney(RoundingMode.HALF_EVEN);
        return new ReturnItem(line, sku, pieces, part);
    }
}
