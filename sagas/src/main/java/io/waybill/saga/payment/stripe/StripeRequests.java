package io.waybill.saga.payment.stripe;

import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentCaptureParams;
import com.stripe.param.PaymentIntentConfirmParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentCreateParams.CaptureMethod;
import com.stripe.param.PaymentIntentCreateParams.PaymentMethodOptions;
import com.stripe.param.PaymentIntentCreateParams.PaymentMethodOptions.Card.RequestMulticapture;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.PaymentIntentRetrieveParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import io.waybill.contract.payment.CaptureId;
import io.waybill.contract.payment.PaymentId;
import io.waybill.contract.payment.RefundId;
import java.util.Locale;
import java.util.Map;
import org.joda.money.Money;

/**
 * What Stripe is asked. Its objects carry our ids as metadata, so that a webhook says what it is about, and so that what was
 * done can be told from what was not.
 */
final class StripeRequests {
    static final String PAYMENT = "waybill_payment";
    static final String REFUND = "waybill_refund";

    /** A key of metadata has at most 40 characters, of which a UUID takes 36; there are at most 50 keys. */
    private static final String CAPTURED = "wbc_";

    private static final String ONE_USE_TOKEN = "tok_";

    /** The most that Stripe lists at once. A payment with more refunds is not foreseen. */
    private static final long MOST_REFUNDS = 100;

    private StripeRequests() {}

    static RequestOptions key(String key) {
        return RequestOptions.builder().setIdempotencyKey(key).build();
    }

    /** @throws ArithmeticException if Stripe cannot express the amount */
    static PaymentIntentCreateParams create(PaymentId payment, Money amount) {
        return PaymentIntentCreateParams.builder()
                .setAmount(StripeAmount.of(amount))
                .setCurrency(amount.getCurrencyUnit().getCode().toLowerCase(Locale.ROOT))
                .setCaptureMethod(CaptureMethod.MANUAL)
                .addPaymentMethodType("card")
                .setPaymentMethodOptions(PaymentMethodOptions.builder()
                        .setCard(PaymentMethodOptions.Card.builder()
                                .setRequestMulticapture(RequestMulticapture.IF_AVAILABLE)
                                .build())
                        .build())
                .putMetadata(PAYMENT, payment.toString())
                .build();
    }

    /** With a payment method, or one of the older tokens. Nobody is there to be asked for more, so the card has to do. */
    static PaymentIntentConfirmParams confirm(String cardToken) {
        PaymentIntentConfirmParams.Builder params =
                PaymentIntentConfirmParams.builder().setErrorOnRequiresAction(true);
        if (cardToken.startsWith(ONE_USE_TOKEN)) {
            params.putExtraParam("payment_method_data", Map.of("type", "card", "card", Map.of("token", cardToken)));
        } else {
            params.setPaymentMethod(cardToken);
        }
        return params.build();
    }

    /** @param inParts whether more may be taken later */
    static PaymentIntentCaptureParams capture(CaptureId capture, Money amount, boolean inParts) {
        PaymentIntentCaptureParams.Builder params = PaymentIntentCaptureParams.builder()
                .setAmountToCapture(StripeAmount.of(amount))
                .putMetadata(CAPTURED + capture, "captured");
        if (inParts) {
            params.setFinalCapture(false);
        }
        return params.build();
    }

    /** Gives back what is held beyond what was captured (https://docs.stripe.com/payments/multicapture). */
    static PaymentIntentCaptureParams nothingMore() {
        return PaymentIntentCaptureParams.builder()
                .setAmountToCapture(0L)
                .setFinalCapture(true)
                .build();
    }

    static boolean isCaptured(PaymentIntent intent, CaptureId capture) {
        return intent.getMetadata() != null && intent.getMetadata().containsKey(CAPTURED + capture);
    }

    static PaymentIntentListParams any() {
        return PaymentIntentListParams.builder().setLimit(1L).build();
    }

    static PaymentIntentRetrieveParams withCharge() {
        return PaymentIntentRetrieveParams.builder().addExpand("latest_charge").build();
    }

    static RefundListParams refundsOf(String intent) {
        return RefundListParams.builder()
                .setPaymentIntent(intent)
                .setLimit(MOST_REFUNDS)
                .build();
    }

    static RefundCreateParams refund(String intent, PaymentId payment, RefundId refund, Money amount) {
        return RefundCreateParams.builder()
                .setPaymentIntent(intent)
                .setAmount(StripeAmount.of(amount))
                .putMetadata(PAYMENT, payment.toString())
                .putMetadata(REFUND, refund.toString())
                .build();
    }

    static boolean isRefund(Refund known, RefundId refund) {
        return known.getMetadata() != null
                && refund.toString().equals(known.getMetadata().get(REFUND));
    }
}
