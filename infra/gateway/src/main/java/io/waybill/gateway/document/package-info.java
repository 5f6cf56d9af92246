/** The API's description for those who come from outside: the parts that the services give, put together, and a page to read it on. */
@NullMarked
package io.waybill.gateway.document;

import org.jspecify.annotations.NullMarked;
