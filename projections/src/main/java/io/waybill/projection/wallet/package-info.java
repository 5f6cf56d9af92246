/** Answers: how much is in a wallet, and how much of it is free? One row for each wallet. */
@NullMarked
package io.waybill.projection.wallet;

import org.jspecify.annotations.NullMarked;
