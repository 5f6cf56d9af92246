/** What operators did, to which projection, who it was and why: kept for ever. */
@NullMarked
package io.waybill.projection.operation;

import org.jspecify.annotations.NullMarked;
