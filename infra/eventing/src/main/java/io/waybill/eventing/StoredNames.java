package io.waybill.eventing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.axonframework.serialization.Revision;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.jspecify.annotations.Nullable;

/**
 * The names under which events are stored: a record's simple name and the whole-number revision of its
 * {@link Revision}, never its Java class name, so that code may move between packages while history stays readable.
 */
public final class StoredNames {
    private final Map<String, Class<?>> classes;
    private final List<JsonUpcaster> upcasters;

    private StoredNames(Map<String, Class<?>> classes, List<JsonUpcaster> upcasters) {
        this.classes = classes;
        this.upcasters = upcasters;
    }

    /** The registry of event classes that are all in their first revision. */
    public static StoredNames of(Collection<Class<?>> events) {
        return of(events, Map.of());
    }

    /**
     * The registry of these event classes.
     *
     * @param upcasts by {@code NAME-REVISION}, for each revision before an event's own: what makes the next one of it
     * @throws IllegalArgumentException if two classes share a simple name, one lacks a whole-number revision, or an older
     *     revision could not be read
     */
    public static StoredNames of(Collection<Class<?>> events, Map<String, UnaryOperator<Map<String, Object>>> upcasts) {
        Map<String, Class<?>> classes = new HashMap<>();
        List<JsonUpcaster> upcasters = new ArrayList<>();
        for (Class<?> event : events) {
            Class<?> taken = classes.put(event.getSimpleName(), event);
            if (taken != null) {
                throw new IllegalArgumentException("one name for two events: " + taken + " and " + event);
            }
            for (int older = 1; older < revision(event); older++) {
                UnaryOperator<Map<String, Object>> upcast = upcasts.get(event.getSimpleName() + "-" + older);
                if (upcast == null) {
                    throw new IllegalArgumentException("nothing reads revision " + older + " of " + event);
                }
                upcasters.add(new JsonUpcaster(event.getSimpleName(), older, upcast));
            }
        }
        return new StoredNames(Map.copyOf(classes), List.copyOf(upcasters));
    }

    private static int revision(Class<?> event) {
        Revision revision = event.getAnnotation(Revision.class);
        if (revision == null || !revision.value().matches("[1-9][0-9]{0,8}")) {
            throw new IllegalArgumentException(event.getName() + " has no whole-number @Revision");
        }
        return Integer.parseInt(revision.value());
    }

    /** What brings older revisions up to those of the classes. */
    public EventUpcasterChain upcasters() {
        return new EventUpcasterChain(upcasters);
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
