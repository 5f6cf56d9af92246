/** How a service that keeps views gets the history of one aggregate: from the command side, in pages. It sends no commands. */
@NullMarked
package io.waybill.rpc.history;

import org.jspecify.annotations.NullMarked;
