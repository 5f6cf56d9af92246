/** Answers: what became of a transfer between two wallets? One row for each transfer. */
@NullMarked
package io.waybill.projection.transfer;

import org.jspecify.annotations.NullMarked;
