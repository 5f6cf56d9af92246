package io.waybill.eventing;

import org.axonframework.serialization.Revision;

/** A test's event: the n-th of a counter, from 0, which is also its sequence number. */
@Revision("1")
public record Counted(String counter, long n) {}
