/** The history of one entity from {@code audit}: every event, by whom, through what and why. */
@NullMarked
package io.waybill.query.audit;

import org.jspecify.annotations.NullMarked;
