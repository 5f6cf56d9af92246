/** What the API's own description says must not be sent, sent to a running service: no business, and no endpoint by name. */
@NullMarked
package io.waybill.testing.api;

import org.jspecify.annotations.NullMarked;
