/**
 * How a provider outside is called: in bounded time, a bounded number of times, and not at all while it is away. What it is
 * asked, and what its answers mean, is the business of its port.
 */
@NullMarked
package io.waybill.saga.outside;

import org.jspecify.annotations.NullMarked;
