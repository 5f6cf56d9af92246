/** How a service that consumes events gets the keys of what is personal in them. It sends no commands. */
@NullMarked
package io.waybill.rpc.keys;

import org.jspecify.annotations.NullMarked;
