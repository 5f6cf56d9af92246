/**
 * Every read model there is: each in a folder of its own, with the writer that folds events into it. The rest here makes
 * them follow the log, measures and rebuilds them. Nothing in this module answers a query or gives a command.
 */
@NullMarked
package io.waybill.projection;

import org.jspecify.annotations.NullMarked;
