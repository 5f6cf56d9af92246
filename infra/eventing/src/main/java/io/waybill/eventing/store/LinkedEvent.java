package io.waybill.eventing.store;

import io.waybill.eventing.Bytes;

/**
 * An event as it goes into the log.
 *
 * @param hash over its contents and its predecessor's hash, see {@link EventHash}
 */
record LinkedEvent(WrittenEvent event, Bytes hash) {}
