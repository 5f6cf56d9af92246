package io.waybill.command.payment;

import java.util.HashMap;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Parts of an amount, each asked for once: captures, or refunds.
 *
 * @param currency of all of them
 * @param all by what names them
 */
record Parts<K>(CurrencyUnit currency, Map<K, Part> all) {
    /** What became of a part. */
    enum Answer {
        AWAITED,
        DONE,
        REFUSED
    }

    record Part(Money amount, Answer answer) {}

    Parts {
        all = Map.copyOf(all);
    }

    static <K> Parts<K> none(CurrencyUnit currency) {
        return new Parts<>(currency, Map.of());
    }

    @Nullable
    Part find(K id) {
        return all.get(id);
    }

    /** What was done, and what still may be: nobody else can have it. */
    Money spokenFor() {
        return sum(Answer.AWAITED).plus(done());
    }

    Money done() {
        return sum(Answer.DONE);
    }

    boolean anyAwaited() {
        return all.values().stream().anyMatch(part -> part.answer() == Answer.AWAITED);
    }

    Parts<K> with(K id, Money amount, Answer answer) {
        Map<K, Part> more = new HashMap<>(all);
        more.put(id, new Part(amount, answer));
        return new Parts<>(currency, more);
    }

    private Money sum(Answer answer) {
        return all.values().stream()
                .filter(part -> part.answer() == answer)
                .map(Part::amount)
                .reduce(Money.zero(currency), Money::plus);
    }
}
