package io.waybill.saga.fulfilment.state;

import io.waybill.contract.payment.PaymentId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.joda.money.Money;

/** Who pays for a shipment: wallets first, so that what is given back at the end is the card's. */
final class Capturing {
    private Capturing() {}

    /** What each payment gives for this parcel; nothing for one that replaces another, which was paid for. */
    static List<Share> shares(FulfilmentState state, Parcel parcel) {
        List<Share> shares = new ArrayList<>();
        Money rest = parcel.value();
        List<Fund> funds = state.funds().stream()
                .filter(fund -> fund.status() == Fund.Status.AUTHORIZED)
                .sorted(Comparator.comparing(fund -> !fund.isByWallet()))
                .toList();
        for (Fund fund : funds) {
            Money left = left(state, fund);
            Money share = rest.isLessThan(left) ? rest : left;
            if (share.isPositive()) {
                shares.add(new Share(fund.id(), share, Share.Status.OPEN));
                rest = rest.minus(share);
            }
        }
        return shares;
    }

    /** What is held by a payment and not captured, nor about to be. */
    static Money left(FulfilmentState state, Fund fund) {
        return state.parcels().stream()
                .flatMap(parcel -> parcel.shares().stream())
                .filter(share -> share.payment().equals(fund.id()) && share.status() != Share.Status.REFUSED)
                .map(Share::amount)
                .reduce(fund.amount(), Money::minus);
    }

    /**
     * Whether no shipment will want anything more of what is held. Where none has left there are others to come, also when
     * all that were packed before an amendment are withdrawn.
     */
    static boolean isDone(FulfilmentState state) {
        return state.parcels().stream().anyMatch(parcel -> parcel.status().hasLeft())
                && state.parcels().stream()
                        .allMatch(parcel -> parcel.status() == Parcel.Status.WITHDRAWN
                                || parcel.replaces() != null
                                || (parcel.status().hasLeft()
                                        && parcel.shares().stream().noneMatch(Share::isOpen)));
    }

    /** Whether an authorized payment has to be voided, as far as it was not captured. */
    static boolean isIdle(FulfilmentState state, PaymentId payment) {
        return state.stage().undoes()
                || !state.target().isPaidBy(payment)
                || (state.stage().isCommitted() && isDone(state));
    }
}
