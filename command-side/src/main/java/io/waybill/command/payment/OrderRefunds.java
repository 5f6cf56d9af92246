package io.waybill.command.payment;

import io.waybill.command.order.Orders;
import io.waybill.contract.order.RefundOrder;
import io.waybill.contract.order.RefundPart;
import io.waybill.contract.payment.PaymentPart;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.joda.money.Money;

/**
 * Gives an order's money back by the payments that it was paid with, in the order in which it names them: each as much as
 * was captured by it and not given back before, also where it goes into another wallet. The order and its payments say so in one transaction, or none does.
 *
 * <p>The order is loaded first, its payments after it, so two refunds of one order wait for each other at the order.
 */
final class OrderRefunds {
    private final Orders orders;
    private final Repository<Payment> payments;
    private final Predicate<String> exists;

    /** @param exists whether a payment of this id was ever requested; an order that was given up early has some that were not */
    OrderRefunds(Orders orders, Repository<Payment> payments, Predicate<String> exists) {
        this.orders = orders;
        this.payments = payments;
        this.exists = exists;
    }

    @CommandHandler
    void handle(RefundOrder command) {
        orders.refund(command, parts -> give(command, parts));
    }

    private List<RefundPart> give(RefundOrder command, List<PaymentPart> parts) {
        List<RefundPart> given = new ArrayList<>();
        Money left = command.amount();
        for (PaymentPart part : parts) {
            Money most = left;
            String id = part.paymentId().toString();
            if (left.isPositive() && exists.test(id)) {
                Money amount =
                        payments.load(id).invoke(payment -> payment.refundUpTo(command.refund(), most, command.into()));
                if (amount.isPositive()) {
                    given.add(new RefundPart(part.paymentId(), amount));
                    left = left.minus(amount);
                }
            }
        }
        return given;
    }
}
