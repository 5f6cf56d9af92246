package io.waybill.contract.wallet;

import org.joda.money.Money;

/** What commands check of their amounts: a negative one would turn paying in into paying out. */
final class Amounts {
    private Amounts() {}

    static void requirePositive(Money amount) {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("an amount has to be positive");
        }
    }

    /** For what an order asks: where everything costs less than the smallest coin, that may be nothing. */
    static void requireNotNegative(Money amount) {
        if (amount.isNegative()) {
            throw new IllegalArgumentException("an amount cannot be negative");
        }
    }
}
