/** The letters themselves, parked and discarded, in the service's own database. */
@NullMarked
package io.waybill.letters.store;

import org.jspecify.annotations.NullMarked;
