/** Returns: what a customer sends back, whether that is allowed, and what came. Money and stock are moved elsewhere. */
@NullMarked
package io.waybill.command.returns;

import org.jspecify.annotations.NullMarked;
