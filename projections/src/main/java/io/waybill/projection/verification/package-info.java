/** Compares a view with what the log says that it should be, row by row, while both go on. It reads only: mending is a rebuild. */
@NullMarked
package io.waybill.projection.verification;

import org.jspecify.annotations.NullMarked;
