package io.waybill.projection.ordersearch;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where documents are kept: in the index, or, to compare it, in a copy of it. */
interface OrderDocuments {
    /** Makes sure that documents can be written. */
    void ensure();

    /** The documents with these ids, as last written, whether or not a search would find them already. */
    Map<String, OrderDocument> find(List<String> ids);

    /** Writes whole documents; one that is there in a later version already counts as written. */
    void write(List<OrderDocument> documents);

    /** Takes the person out of all documents of these customers, of which none is written with one any more. */
    void erase(Set<String> customers);
}
