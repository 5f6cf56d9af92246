/** The API's description (OpenAPI 3.1) as the code has it: what controllers, records and constraints say, and nothing that somebody would have to keep in step by hand but the examples. */
@NullMarked
package io.waybill.web.openapi;

import org.jspecify.annotations.NullMarked;
