package io.waybill.command.order;

import com.github.f4b6a3.uuid.UuidCreator;
import io.waybill.command.order.PlaceOrderRequest.Means;
import io.waybill.command.wallet.KnownWallets;
import io.waybill.contract.payment.PaymentId;
import io.waybill.contract.payment.PaymentMeans;
import io.waybill.contract.payment.PaymentPart;
import io.waybill.contract.wallet.WalletId;
import io.waybill.web.ApiProblem;
import io.waybill.web.FieldError;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Divides what an order costs over the means that a request names: a card, a wallet, or the wallet first and then the card. */
@Component
final class PaymentIntake {
    private final KnownWallets wallets;

    PaymentIntake(KnownWallets wallets) {
        this.wallets = wallets;
    }

    /**
     * @throws ApiProblem (422) naming the field: INVALID_PAYMENT, if the means do not cover the total exactly, or the wallet
     *     has another currency; UNKNOWN_WALLET, if it was never opened
     */
    List<PaymentPart> parts(Means asked, Money total) {
        List<PaymentPart> parts = divided(asked, total);
        if (asked.walletId() != null) {
            check(asked.walletId(), total.getCurrencyUnit());
        }
        return parts;
    }

    /** Whether there is enough in it, the wallet decides itself when the time comes. */
    private void check(WalletId wallet, CurrencyUnit currency) {
        CurrencyUnit known = wallets.currencies(List.of(wallet)).get(wallet);
        if (known == null) {
            throw problem(
                    "UNKNOWN_WALLET",
                    "The order is to be paid with a wallet that is not there.",
                    "/payment/walletId",
                    "must be a wallet");
        }
        if (!known.equals(currency)) {
            throw invalid("/payment/walletId", "must be a wallet in " + currency + " as on the lines");
        }
    }

    private static List<PaymentPart> divided(Means asked, Money total) {
        boolean shared = asked.cardToken() != null && asked.walletId() != null;
        if (!shared && asked.walletAmount() != null) {
            throw invalid("/payment/walletAmount", "must only be there where a wallet and a card share the total");
        }
        if (shared) {
            return shared(asked, total);
        }
        if (asked.cardToken() != null) {
            return List.of(part(PaymentMeans.card(asked.cardToken()), total));
        }
        if (asked.walletId() != null) {
            return List.of(part(PaymentMeans.wallet(asked.walletId()), total));
        }
        throw invalid("/payment", "must name a card, a wallet or both");
    }

    private static List<PaymentPart> shared(Means asked, Money total) {
        Money wallet = asked.walletAmount();
        if (wallet == null) {
            throw invalid("/payment/walletAmount", "must say what the wallet pays; the card pays the rest");
        }
        if (!wallet.isSameCurrency(total)) {
            throw invalid("/payment/walletAmount/currency", "must be " + total.getCurrencyUnit() + " as on the lines");
        }
        if (!wallet.isPositive() || !wallet.isLessThan(total)) {
            throw invalid("/payment/walletAmount", "must be positive and less than the total, which is " + total);
        }
        return List.of(
                part(new PaymentMeans(null, asked.walletId()), wallet),
                part(new PaymentMeans(asked.cardToken(), null), total.minus(wallet)));
    }

    private static PaymentPart part(PaymentMeans means, Money amount) {
        return new PaymentPart(new PaymentId(UuidCreator.getTimeOrderedEpoch()), means, amount);
    }

    private static ApiProblem invalid(String pointer, String detail) {
        return problem("INVALID_PAYMENT", "The order cannot be paid like this.", pointer, detail);
    }

    private static ApiProblem problem(String reason, String whole, String pointer, String detail) {
        return new ApiProblem(
                HttpStatus.UNPROCESSABLE_CONTENT, reason, whole, List.of(new FieldError(pointer, detail)));
    }
}
