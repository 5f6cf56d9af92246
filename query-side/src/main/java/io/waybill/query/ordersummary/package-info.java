/** Orders from {@code ordersummary}: one by its id, with its whole life, and lists in pages. */
@NullMarked
package io.waybill.query.ordersummary;

import org.jspecify.annotations.NullMarked;
