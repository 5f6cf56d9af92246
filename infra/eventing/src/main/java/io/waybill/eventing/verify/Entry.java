package io.waybill.eventing.verify;

/**
 * One event, on either side, as far as comparing needs it.
 *
 * @param number its number on the topic; 0 for a row of the store, which knows of none
 * @param eventId empty where a record has none
 * @param place for people: the event's name, aggregate and version
 * @param digest see {@link Digests}
 */
record Entry(long number, String eventId, String place, long digest) {}
