package io.waybill.projection.elastic;

/**
 * The documents of one view.
 *
 * @param view its slug: the name of its index, and of its definition among the resources
 * @param idField the field that holds a document's id
 */
public record DocumentKind<D extends Document>(String view, String idField, Class<D> type) {}
