package io.waybill.letters;

import java.util.List;

/** The processors of a service, declared by it as one bean. */
@FunctionalInterface
public interface Readers {
    /** Each of them, once. */
    List<Reader> all();

    /**
     * Under which name the processor's positions and letters are stored now. It is another one than operators know where
     * several processors can take the same place, one after the other.
     *
     * @param processor by the name in {@link #all}
     */
    default String storedAs(String processor) {
        return processor;
    }
}
