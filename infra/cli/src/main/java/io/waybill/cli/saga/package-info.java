/** Processes that carry orders, returns and transfers to their end: where they stand, and what operators do about one. */
@NullMarked
package io.waybill.cli.saga;

import org.jspecify.annotations.NullMarked;
