/** Orders: their life cycle, and the API to place them. What stock and payment do is not decided here. */
@NullMarked
package io.waybill.command.order;

import org.jspecify.annotations.NullMarked;
