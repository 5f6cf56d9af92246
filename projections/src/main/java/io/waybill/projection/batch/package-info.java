/** What all writers share: effects are gathered over one batch of events and written once, with the batch's position. */
@NullMarked
package io.waybill.projection.batch;

import org.jspecify.annotations.NullMarked;
