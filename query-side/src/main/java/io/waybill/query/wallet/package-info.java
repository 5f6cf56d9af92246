/** Wallets from {@code wallet}, each by its id. */
@NullMarked
package io.waybill.query.wallet;

import org.jspecify.annotations.NullMarked;
