/** One order's way from placed to closed, rejected or cancelled: the saga itself, its deadlines and settings. */
@NullMarked
package io.waybill.saga.fulfilment;

import org.jspecify.annotations.NullMarked;
