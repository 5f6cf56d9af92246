package io.waybill.letters;

import java.util.List;

/** The processors of a service, declared by it as one bean. */
@FunctionalInterface
public interface Readers {
    /** Each of them, once. */
    List<Reader> all();
}
