package io.waybill.contract.returns;

import io.waybill.contract.inventory.Sku;
import org.joda.money.Money;

/** Pieces that came back, and what they are refunded with. */
public record ReceivedItem(int line, Sku sku, int quantity, ReturnReceipt.Condition condition, Money value) {}
