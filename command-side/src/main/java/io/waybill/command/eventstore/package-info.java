/** The event store and its relay, as beans of the command side. */
@NullMarked
package io.waybill.command.eventstore;

import org.jspecify.annotations.NullMarked;
