/** Dead letters of the sagas: what keeps its order behind one, and what an operator sees of them. */
@NullMarked
package io.waybill.saga.letter;

import org.jspecify.annotations.NullMarked;
