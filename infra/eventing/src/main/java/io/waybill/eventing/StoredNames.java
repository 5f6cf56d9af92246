package io.waybill.eventing;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The names under which events are stored: a record's simple name and the whole-number revision of its
 * {@link Revision}, never its Java class name, so that code may move between packages while history stays readable.
 */
public final class StoredNames {
    private final Map<String, Class<?>> classes;

    private StoredNames(Map<String, Class<?>> classes) {
        this.classes = classes;
    }

    /**
     * The registry of these event classes.
     *
     * @throws IllegalArgumentException if two classes share a simple name, or one lacks a whole-number revision
     */
    public static StoredNames of(Collection<Class<?>> events) {
        Map<String, Class<?>> classes = new HashMap<>();
        for (Class<?> event : events) {
            Revision revision = event.getAnnotation(Revision.class);
            if (revision == null || !revision.value().matches("[1-9][0-9]*")) {
                throw new IllegalArgumentException(event.getName() + " has no whole-number @Revision");
            }
            Class<?> taken = classes.put(event.getSimpleName(), event);
            if (taken != null) {
                throw new IllegalArgumentException("one name for two events: " + taken + " and " + event);
            }
        }
        return new StoredNames(Map.copyOf(classes));
    }

    /** The class stored under this name, or null where it is none of ours. */
    public @Nullable Class<?> classOf(String name) {
        return classes.get(name);
    }

    /** Whether the class is stored under its simple name. */
    public boolean knows(Class<?> type) {
        return type.equals(classes.get(type.getSimpleName()));
    }
}
