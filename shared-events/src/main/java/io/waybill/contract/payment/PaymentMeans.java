package io.waybill.contract.payment;

import io.waybill.contract.wallet.WalletId;
import org.jspecify.annotations.Nullable;

/**
 * What a payment is made with: a card, which only the payment provider knows by its token, or a wallet; one of the two.
 */
public record PaymentMeans(
        @Nullable String cardToken, @Nullable WalletId wallet) {
    public PaymentMeans {
        if ((cardToken == null) == (wallet == null)) {
            throw new IllegalArgumentException("a payment is made with a card or with a wallet");
        }
    }

    public static PaymentMeans card(String token) {
        return new PaymentMeans(token, null);
    }

    public static PaymentMeans wallet(WalletId wallet) {
        return new PaymentMeans(null, wallet);
    }
}
