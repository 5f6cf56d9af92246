/** One return's way from the request to the refund. Who pays it out, and what the stock makes of it, is decided elsewhere. */
@NullMarked
package io.waybill.saga.returns;

import org.jspecify.annotations.NullMarked;
