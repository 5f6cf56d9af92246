/** Answers: what does a customer owe, what was paid and given back, and what went into and out of wallets? A row for each move. */
@NullMarked
package io.waybill.projection.statement;

import org.jspecify.annotations.NullMarked;
