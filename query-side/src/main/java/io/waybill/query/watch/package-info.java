/** Waiting for what the writers of the views have not written yet, told by the database when they have. */
@NullMarked
package io.waybill.query.watch;

import org.jspecify.annotations.NullMarked;
