/** Where each saga stands, for operators: what it does, since when, what it waits for, what it has undone and why. */
@NullMarked
package io.waybill.saga.progress;

import org.jspecify.annotations.NullMarked;
