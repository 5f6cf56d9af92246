package io.waybill.query.elastic;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a search found.
 *
 * @param total how many match, in all; where so many match that counting them on would take too long, at least so many
 * @param partial whether the facets count a part of what matches only, for the same reason
 * @param suggestions what may have been meant by words that nothing is called
 * @param next what to ask for {@code after} to get the next page; null on the last
 */
public record Found<T>(
        long total,
        boolean isLowerBound,
        List<T> documents,
        Map<String, List<FacetValue>> facets,
        boolean partial,
        List<String> suggestions,
        @Nullable String next) {}
