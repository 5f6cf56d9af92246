package io.waybill.contract.order;

import io.waybill.contract.inventory.Sku;
import java.math.RoundingMode;
import org.joda.money.BigMoney;
import org.joda.money.Money;

/**
 * One line of an order, as it was bought.
 *
 * @param number from 1, in the order in which the customer gave them
 * @param description the product's name when the order was placed
 * @param quantity 1 to {@value #MAX_QUANTITY}
 * @param unitPrice positive; may have more decimals than its currency's minor unit
 */
public record OrderLine(int number, Sku sku, String description, int quantity, BigMoney unitPrice) {
    public static final int MAX_QUANTITY = 1_000_000;

    public OrderLine {
        if (number < 1) {
            throw new IllegalArgumentException("lines are numbered from 1");
        }
        if (quantity < 1 || quantity > MAX_QUANTITY) {
            throw new IllegalArgumentException("a quantity is 1 to " + MAX_QUANTITY);
        }
        if (!unitPrice.isPositive()) {
            throw new IllegalArgumentException("a unit price is positive");
        }
    }

    /** Quantity times unit price, rounded half-even to the currency's minor unit. */
    public Money total() {
        return unitPrice.multipliedBy(quantity).toMoney(RoundingMode.HALF_EVEN);
    }
}
