package io.waybill.command.returns;

import io.waybill.contract.order.ReturnItem;
import io.waybill.contract.returns.ReceivedItem;
import io.waybill.contract.returns.ReturnReceipt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.joda.money.Money;

/** What came back of the items of a return, and what each part of it is worth. */
final class Receipts {
    private final Map<Integer, ReturnItem> items;

    Receipts(List<ReturnItem> items) {
        this.items = items.stream().collect(Collectors.toMap(ReturnItem::line, Function.identity()));
    }

    boolean allKnown(List<ReturnReceipt> receipts) {
        return receipts.stream().allMatch(receipt -> items.containsKey(receipt.line()));
    }

    /** Whether no more pieces of a line came than were to come; the same line may stand on several receipts. */
    boolean fit(List<ReturnReceipt> receipts) {
        Map<Integer, Long> pieces = new HashMap<>();
        receipts.forEach(receipt -> pieces.merge(receipt.line(), (long) receipt.quantity(), Long::sum));
        return items.values().stream().allMatch(item -> pieces.getOrDefault(item.line(), 0L) <= item.quantity());
    }

    /**
     * What each receipt is refunded with: what its line's pieces up to and with it are worth, less what those before it are.
     * So the parts of a line add up exactly to what the order counts for all that came of it.
     */
    List<ReceivedItem> valued(List<ReturnReceipt> receipts) {
        Map<Integer, Integer> before = new HashMap<>();
        List<ReceivedItem> valued = new ArrayList<>();
        for (ReturnReceipt receipt : receipts) {
            ReturnItem item = items.get(receipt.line());
            if (item == null) {
                throw new IllegalArgumentException("no line " + receipt.line());
            }
            int sofar = before.getOrDefault(receipt.line(), 0);
            int together = before.merge(receipt.line(), receipt.quantity(), Integer::sum);
            Money value = item.only(together).value().minus(item.only(sofar).value());
            valued.add(new ReceivedItem(item.line(), item.sku(), receipt.quantity(), receipt.condition(), value));
        }
        return valued;
    }
}
