/**
 * What is done about generations, by operators and by the service itself: building, comparing, switching, keeping and
 * dropping them. Every step starts from what the database says, so that any node can take it, also after a crash.
 */
@NullMarked
package io.waybill.projection.control;

import org.jspecify.annotations.NullMarked;
