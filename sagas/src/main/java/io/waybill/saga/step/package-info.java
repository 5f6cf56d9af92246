/** How a saga's step reaches the command side, so that it is neither lost nor taken twice. */
@NullMarked
package io.waybill.saga.step;

import org.jspecify.annotations.NullMarked;
