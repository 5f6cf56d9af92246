package io.waybill.saga.payment.stripe;

import java.util.Set;
import org.joda.money.Money;

/**
 * Amounts as Stripe counts them, in whole smallest units; https://docs.stripe.com/currencies says which those are. Not always
 * what ISO 4217 says: the currencies named here differ from it or from the two decimals of most.
 */
final class StripeAmount {
    private static final Set<String> WITHOUT_DECIMALS = Set.of(
            "BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND", "VUV", "XAF", "XOF", "XPF");
    private static final Set<String> THREE_DECIMALS = Set.of("BHD", "JOD", "KWD", "OMR", "TND");

    private StripeAmount() {}

    /** @throws ArithmeticException if the amount has a part that Stripe cannot express */
    static long of(Money amount) {
        String currency = amount.getCurrencyUnit().getCode();
        int decimals = WITHOUT_DECIMALS.contains(currency) ? 0 : THREE_DECIMALS.contains(currency) ? 3 : 2;
        return amount.getAmount().movePointRight(decimals).longValueExact();
    }
}
