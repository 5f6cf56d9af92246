/**
 * What was ordered, from {@code salesreport}: added up by day, country or SKU. Orders count as and when they were placed;
 * what was amended, rejected, cancelled, lost or returned afterwards is not taken off.
 */
@NullMarked
package io.waybill.query.salesreport;

import org.jspecify.annotations.NullMarked;
