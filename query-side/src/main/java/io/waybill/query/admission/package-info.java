/** How many requests are worked on at a time, so that those beyond are refused at once instead of slowing all down. */
@NullMarked
package io.waybill.query.admission;

import org.jspecify.annotations.NullMarked;
