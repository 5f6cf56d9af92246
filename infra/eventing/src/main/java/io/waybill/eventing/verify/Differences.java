package io.waybill.eventing.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers faults by kind: all are counted, the first few are kept. Not thread-safe. */
public final class Differences {
    /** Enough to begin looking, however much is wrong. */
    static final int MAX_EXAMPLES = 5;

    private final Map<String, Found> found = new LinkedHashMap<>();

    public void add(String kind, String example) {
        add(kind, 1, example);
    }

    /** @param count how many of the kind the example stands for */
    public void add(String kind, long count, String example) {
        Found ofKind = found.computeIfAbsent(kind, first -> new Found());
        ofKind.count += count;
        if (ofKind.examples.size() < MAX_EXAMPLES) {
            ofKind.examples.add(example);
        }
    }

    /** By kind, in the order in which they were first met. */
    public List<Difference> list() {
        return found.entrySet().stream()
                .map(kind -> new Difference(kind.getKey(), kind.getValue().count, kind.getValue().examples))
                .toList();
    }

    private static final class Found {
        private final List<String> examples = new ArrayList<>();
        private long count;
    }
}
