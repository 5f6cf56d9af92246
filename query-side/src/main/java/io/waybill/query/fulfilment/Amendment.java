package io.waybill.query.fulfilment;

import java.time.Instant;
import org.joda.money.Money;

/**
 * What an order became at one time. The lines it had then stand in its history.
 *
 * @param number from 1
 * @param cause CUSTOMER, SHORT_STOCK or UNDONE
 */
public record Amendment(int number, String cause, Instant at, Money total, int lineCount) {}
