/** Transfers from {@code transfer}, each by its id. */
@NullMarked
package io.waybill.query.transfer;

import org.jspecify.annotations.NullMarked;
