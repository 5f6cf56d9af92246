/** Deadlines of sagas, which survive restarts: when they are kept, met, and met again. */
@NullMarked
package io.waybill.saga.deadline;

import org.jspecify.annotations.NullMarked;
