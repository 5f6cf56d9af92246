/** One transfer's way from requested to moved or failed, with everything undone. */
@NullMarked
package io.waybill.saga.transfer;

import org.jspecify.annotations.NullMarked;
