/** Every failure as a problem (RFC 9457), wherever it happens: in a handler, before one, or before any servlet. */
@NullMarked
package io.waybill.web.problem;

import org.jspecify.annotations.NullMarked;
