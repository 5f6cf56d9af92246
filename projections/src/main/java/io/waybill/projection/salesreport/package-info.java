/**
 * Answers: how much was sold, by day, country or SKU? One row for each line of a placed order, whatever becomes of the
 * order later; adding up is the reader's.
 */
@NullMarked
package io.waybill.projection.salesreport;

import org.jspecify.annotations.NullMarked;
