/** The catalogue: what can be ordered. */
@NullMarked
package io.waybill.contract.product;

import org.jspecify.annotations.NullMarked;
