/** What was sold, from {@code salesreport}: added up by day, country or SKU. Orders count when they are placed. */
@NullMarked
package io.waybill.query.salesreport;

import org.jspecify.annotations.NullMarked;
