/** Wallets: store credit that is paid with, refunded to and transferred. */
@NullMarked
package io.waybill.contract.wallet;

import org.jspecify.annotations.NullMarked;
