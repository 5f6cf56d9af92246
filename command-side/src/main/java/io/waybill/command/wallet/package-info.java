/** Wallets and transfers between them. What an order pays with a wallet is decided elsewhere; here is whether it can. */
@NullMarked
package io.waybill.command.wallet;

import org.jspecify.annotations.NullMarked;
