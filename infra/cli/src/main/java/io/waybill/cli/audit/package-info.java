/** One entity's history: what happened, what it was, what changed, and whether all of that is what was written. */
@NullMarked
package io.waybill.cli.audit;

import org.jspecify.annotations.NullMarked;
