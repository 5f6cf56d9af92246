/** What dead letters have to know of the views: who reads what, and which failures are not an event's fault. */
@NullMarked
package io.waybill.projection.letter;

import org.jspecify.annotations.NullMarked;
