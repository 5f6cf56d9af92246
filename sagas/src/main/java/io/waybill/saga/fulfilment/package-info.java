/** One order's way from placed to confirmed or rejected. */
@NullMarked
package io.waybill.saga.fulfilment;

import org.jspecify.annotations.NullMarked;
