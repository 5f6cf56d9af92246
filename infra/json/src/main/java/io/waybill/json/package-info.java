/** How values look as JSON, in events and on the wire alike. Knows no business type. */
@NullMarked
package io.waybill.json;

import org.jspecify.annotations.NullMarked;
