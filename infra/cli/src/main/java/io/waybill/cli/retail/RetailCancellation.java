package io.waybill.cli.retail;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One line of a cancelled invoice: pieces that a customer gave back.
 *
 * @param invoice begins with {@code C}, and is not the one that is cancelled, which the format does not name
 * @param time UK local time
 * @param customer null for a guest
 * @param pieces that came back; zero or less where the file says that some went out
 */
public record RetailCancellation(
        String invoice, LocalDateTime time, @Nullable String customer, String sku, int pieces) {}
