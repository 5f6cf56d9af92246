/** How an event becomes a dead letter: which failures are its own, and how it is told from the rest of its batch. */
@NullMarked
package io.waybill.letters.parking;

import org.jspecify.annotations.NullMarked;
