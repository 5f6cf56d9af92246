/** What a service that consumes events is made of: the source, the tokens, and processors that never pass over a failure. */
@NullMarked
package io.waybill.eventing.consumer;

import org.jspecify.annotations.NullMarked;
