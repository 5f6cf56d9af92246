package io.waybill.cli.retail;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** One line of an order. */
public record RetailLine(String sku, int quantity, BigDecimal unitPrice) {
    private static final int PENNY = 2;

    /** In pounds, rounded half-even to the penny. */
    public BigDecimal total() {
        return unitPrice.multiply(BigDecimal.valueOf(quantity)).setScale(PENNY, RoundingMode.HALF_EVEN);
    }
}
