/** Returns: what a customer sends back, in which condition it comes, and what becomes of it. */
@NullMarked
package io.waybill.contract.returns;

import org.jspecify.annotations.NullMarked;
