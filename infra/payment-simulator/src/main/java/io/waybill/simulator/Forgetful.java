package io.waybill.simulator;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes maps of bounded size, which forget what was put into them first. */
final class Forgetful {
    private Forgetful() {}

    static <T> Map<String, T> map(int max) {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.@Nullable Entry<String, T> eldest) {
                return size() > max;
            }
        };
    }
}
