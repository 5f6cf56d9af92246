/**
 * Dead letters: an event that a processor cannot digest is parked with its cause, later events of the same sequence queue
 * behind it, everything else goes on, until an operator retries or discards it. For views and sagas alike.
 */
@NullMarked
package io.waybill.letters;

import org.jspecify.annotations.NullMarked;
