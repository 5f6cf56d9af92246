package io.waybill.projection.elastic;

import java.util.List;
import java.util.function.Consumer;

/** Where documents are kept: in the index, or, to compare it, in a copy of it. */
public interface Documents<D extends Document> {
    /** Makes sure that documents can be written. */
    void ensure();

    /** Takes each document from what it is to what it has to be; nobody else's change to it is lost. */
    void change(List<Change<D>> changes);

    /**
     * Hands out, page by page, the ids of the documents that hold exactly this.
     *
     * @param field a text that is not taken apart into words
     */
    void holding(String field, String value, Consumer<List<String>> ids);
}
