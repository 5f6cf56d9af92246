package io.waybill.projection.elastic;

/** A record of which one is found by a search. What it says in JSON, and its text, hold all that it holds. */
public interface Document {
    /** By which it is written and fetched; also one of its fields. */
    String id();
}
