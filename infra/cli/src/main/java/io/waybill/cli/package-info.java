/** The commands of {@code ./waybill} that talk to a running Waybill over its public API. They know its HTTP, and none of its classes. */
@NullMarked
package io.waybill.cli;

import org.jspecify.annotations.NullMarked;
