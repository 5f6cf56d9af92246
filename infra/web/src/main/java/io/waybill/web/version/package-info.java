/** The version of the API, which stands in the path. */
@NullMarked
package io.waybill.web.version;

import org.jspecify.annotations.NullMarked;
