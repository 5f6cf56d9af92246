/**
 * Makes the rows of single aggregates anew, from their own histories, while the view goes on serving and following. The whole
 * view is a rebuild's.
 */
@NullMarked
package io.waybill.projection.repair;

import org.jspecify.annotations.NullMarked;
