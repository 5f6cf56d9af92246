package io.waybill.command.order;

import io.waybill.contract.order.AmendOrder;
import io.waybill.contract.order.LineGroup;
import io.waybill.contract.order.OrderAmended;
import io.waybill.contract.order.OrderLine;
import io.waybill.contract.order.ShippingAddress;
import io.waybill.contract.payment.PaymentMeans;
import io.waybill.contract.payment.PaymentPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;

/** Works out what an amendment makes of an order. Whether it may be made, the order decides. */
final class Amendment {
    private final Terms terms;
    private final AmendOrder asked;

    Amendment(Terms terms, AmendOrder asked) {
        this.terms = terms;
        this.asked = asked;
    }

    /** All lines from now on. */
    List<OrderLine> lines() {
        return Objects.requireNonNullElse(asked.lines(), terms.lines());
    }

    /** Empty if everything is already as it is asked for. */
    Optional<OrderAmended> amended() {
        ShippingAddress shipTo = Objects.requireNonNullElse(asked.shipTo(), terms.shipTo());
        List<PaymentPart> payments = payments();
        if (lines().equals(terms.lines()) && shipTo.equals(terms.shipTo()) && payments.equals(terms.payments())) {
            return Optional.empty();
        }
        List<LineGroup> groups = LineGroups.amended(terms.groups(), terms.lastGroup(), lines(), asked.sources());
        return Optional.of(new OrderAmended(
                asked.orderId(),
                terms.amendment() + 1,
                asked.cause(),
                shipTo,
                lines(),
                groups,
                Terms.total(lines()),
                payments));
    }

    /**
     * What is paid with: as before, without what was dropped, and one more where that is not enough. Where it is more than
     * enough, less is captured; an authorization cannot be made smaller.
     */
    private List<PaymentPart> payments() {
        List<PaymentPart> payments = new ArrayList<>(terms.payments());
        payments.removeIf(part -> asked.dropped().contains(part.paymentId()));
        Money covered = payments.stream().map(PaymentPart::amount).reduce(Money.zero(terms.currency()), Money::plus);
        Money total = Terms.total(lines());
        if (total.isGreaterThan(covered)) {
            payments.add(new PaymentPart(asked.supplement(), means(), total.minus(covered)));
        }
        return payments;
    }

    /** The card, which has no known end; the wallet only where there is no card. */
    private PaymentMeans means() {
        return terms.paymentsInRefundOrder().getFirst().means();
    }
}
