package io.waybill.projection.view;

import io.waybill.web.ApiProblem;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Every read model there is, by name. */
@Component
public final class Views {
    private final Map<String, View> views;

    Views(Collection<View> views) {
        this.views = views.stream()
                .collect(Collectors.toMap(View::name, Function.identity(), (one, other) -> one, TreeMap::new));
    }

    /** All of them, in the order of their names. */
    public Collection<View> all() {
        return views.values();
    }

    /** Whether this release has a view of this name. */
    public boolean has(String name) {
        return views.containsKey(name);
    }

    /** @throws ApiProblem (404, UNKNOWN_PROJECTION) if there is none of this name */
    public View get(String name) {
        View view = views.get(name);
        if (view == null) {
            throw new ApiProblem(
                    HttpStatus.NOT_FOUND,
                    "UNKNOWN_PROJECTION",
                    "The projections are " + String.join(", ", views.keySet()) + ".");
        }
        return view;
    }
}
