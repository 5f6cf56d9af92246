/** A customer's account from {@code statement}: what was ordered, paid and given back, or what went through wallets. */
@NullMarked
package io.waybill.query.statement;

import org.jspecify.annotations.NullMarked;
