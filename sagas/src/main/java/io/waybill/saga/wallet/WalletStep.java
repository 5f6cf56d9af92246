package io.waybill.saga.wallet;

import io.waybill.contract.payment.PaymentId;
import io.waybill.contract.payment.RefundId;
import io.waybill.contract.wallet.HoldId;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A command to a wallet that was sent for a payment. Its name is the command's identifier, which the wallet's events carry
 * as their cause: so an event says for which payment it came about, and what a wallet does for transfers and for people is
 * told from what it does for payments.
 *
 * @param payment that it is sent for
 * @param task what the wallet has to do
 * @param part which capture, release or refund of the payment it is; a release is told by the event that asked for it, because
 *     a payment may ask for several
 */
record WalletStep(PaymentId payment, Task task, @Nullable UUID part) {
    private static final String ID = "[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}";
    private static final Pattern NAME =
            Pattern.compile("payment/(?<payment>" + ID + ")/wallet/(?<task>[A-Z]+)(?:/(?<part>" + ID + "))?");

    enum Task {
        HOLD,
        CAPTURE,
        RELEASE,
        REFUND
    }

    /** The step with this name, or empty if it is the name of something else. */
    static Optional<WalletStep> of(@Nullable String name) {
        Matcher parts = NAME.matcher(name == null ? "" : name);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String part = parts.group("part");
        return Optional.of(new WalletStep(
                PaymentId.of(parts.group("payment")),
                Task.valueOf(parts.group("task")),
                part == null ? null : UUID.fromString(part)));
    }

    String name() {
        return "payment/" + payment + "/wallet/" + task + (part == null ? "" : "/" + part);
    }

    /** Under which the wallet holds what the payment is made with. */
    HoldId hold() {
        return new HoldId(payment.value());
    }

    /**
     * Under which the wallet is paid a refund back. Several payments of an order may have parts of one refund, and may be
     * made with one wallet, which takes each id once: so it is made of both, as a name-based UUID (RFC 9562, version 3).
     */
    static RefundId deposit(PaymentId payment, RefundId refund) {
        return new RefundId(UUID.nameUUIDFromBytes((payment + "/refund/" + refund).getBytes(StandardCharsets.UTF_8)));
    }

    /** Whether this is the refund behind that deposit. */
    boolean paysIn(UUID deposit) {
        return task == Task.REFUND
                && part != null
                && deposit(payment, new RefundId(part)).value().equals(deposit);
    }
}
