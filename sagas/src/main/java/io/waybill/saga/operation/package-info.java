/** The operator's API of the sagas: which wait too long, and what to do about one. */
@NullMarked
package io.waybill.saga.operation;

import org.jspecify.annotations.NullMarked;
