package io.waybill.json.difference;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An object that is changed while others still hold the one that it was: only what lies on a change's path is copied, once. */
final class CopyOnWrite {
    private final Set<ObjectNode> own = Collections.newSetFromMap(new IdentityHashMap<>());
    private final ObjectNode whole;

    CopyOnWrite(ObjectNode before) {
        this.whole = copy(before);
    }

    ObjectNode whole() {
        return whole;
    }

    void apply(Change change) {
        JsonPointer at = JsonPointer.compile(change.path());
        ObjectNode parent = whole;
        while (!at.matches() && !at.tail().matches()) {
            parent = owned(parent, at.getMatchingProperty(), change);
            at = at.tail();
        }
        if (at.matches()) {
            throw misfit(change);
        }
        if (change.after() == null) {
            parent.remove(at.getMatchingProperty());
        } else {
            parent.set(at.getMatchingProperty(), change.after());
        }
    }

    private ObjectNode owned(ObjectNode parent, String name, Change change) {
        if (!(parent.get(name) instanceof ObjectNode part)) {
            throw misfit(change);
        }
        if (own.contains(part)) {
            return part;
        }
        ObjectNode copy = copy(part);
        parent.set(name, copy);
        return copy;
    }

    private ObjectNode copy(ObjectNode original) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        original.properties().forEach(field -> copy.set(field.getKey(), field.getValue()));
        own.add(copy);
        return copy;
    }

    private static IllegalArgumentException misfit(Change change) {
        return new IllegalArgumentException("there is no such place: " + change.path());
    }
}
