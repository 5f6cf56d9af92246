package io.waybill.projection.elastic;

import org.jspecify.annotations.Nullable;

/**
 * The documents of one view.
 *
 * @param view its slug: the name of its index, and of its definition among the resources
 * @param idField the field that holds a document's id
 * @param madeOf the type of the one aggregate that a document is made of; null where it takes several
 */
public record DocumentKind<D extends Document>(
        String view,
        String idField,
        Class<D> type,
        @Nullable String madeOf) {}
