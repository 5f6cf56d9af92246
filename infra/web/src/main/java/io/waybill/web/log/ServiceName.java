package io.waybill.web.log;

import java.util.function.Supplier;

/**
 * Which service a thread works for. Threads inherit it from the thread that made them, so whatever a service starts while
 * it starts (its server, pools, consumers) and all that those start carry its name, without anything to wire. A pool that
 * services share, such as the common pool, is named after whoever made its thread.
 */
public final class ServiceName {
    private static final String NONE = "waybill";
    private static final InheritableThreadLocal<String> NAME = new InheritableThreadLocal<>();

    private ServiceName() {}

    /** Runs the work as that service's. */
    public static <T> T during(String name, Supplier<T> work) {
        String before = NAME.get();
        NAME.set(name);
        try {
            return work.get();
        } finally {
            NAME.set(before);
        }
    }

    /** The name of the current thread's service, or {@code waybill} for a thread of none. */
    public static String current() {
        String name = NAME.get();
        return name == null ? NONE : name;
    }
}
