/** The catalogue: which SKUs can be ordered, at which price. */
@NullMarked
package io.waybill.command.product;

import org.jspecify.annotations.NullMarked;
