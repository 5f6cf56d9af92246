package io.waybill.projection.elastic;

import org.jspecify.annotations.Nullable;

/**
 * What happened to one document.
 *
 * @param begins whether the document begins with it, so that there is nothing to be read before
 */
public record Change<D extends Document>(String id, boolean begins, Step<D> step) {
    /** From what is there to what is to be there; may be taken again from something newer, and then tells what is new to that. */
    @FunctionalInterface
    public interface Step<D extends Document> {
        /** @param before null where there is none; the same, or null, leaves it as it is */
        @Nullable
        D after(@Nullable D before);
    }
}
