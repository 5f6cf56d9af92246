/**
 * What belongs together in one request: orders with all that has to do with them, over the readers of the other folders.
 * Reads no view by itself.
 */
@NullMarked
package io.waybill.query.graphql;

import org.jspecify.annotations.NullMarked;
