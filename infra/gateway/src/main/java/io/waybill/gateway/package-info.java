/** The one public address: reads go to the query side, writes to the command side, operator calls to the projections, what outside providers say to the sagas. It decides by method and path, and knows no business type. */
@NullMarked
package io.waybill.gateway;

import org.jspecify.annotations.NullMarked;
