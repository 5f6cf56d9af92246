/** Orders from {@code ordersummary}: one by its id, and lists in pages. */
@NullMarked
package io.waybill.query.ordersummary;

import org.jspecify.annotations.NullMarked;
