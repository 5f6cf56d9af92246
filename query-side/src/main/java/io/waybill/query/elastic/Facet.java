package io.waybill.query.elastic;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.RangeBucket;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.util.NamedValue;
import io.waybill.query.parameter.Values;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something that what is found can be counted by.
 *
 * @param name in the request and the answer, and of the filter that does not narrow it: a chosen value must not hide its
 *     siblings
 */
public record Facet(String name, Aggregation counting, Function<Aggregate, List<FacetValue>> reading) {
    public static final String PARAMETER = "facets";

    /** Currencies that amounts are counted in. */
    private static final int MAX_CURRENCIES = 10;

    private static final String RANGES = "ranges";

    /** The most frequent values of a field, most frequent first. */
    public static Facet ofValues(String name, String field, int most) {
        return new Facet(
                name,
                Aggregation.of(count -> count.terms(terms -> terms.field(field).size(most))),
                Facet::values);
    }

    /** The last values of a field, last first. */
    public static Facet ofLastValues(String name, String field, int most) {
        return new Facet(
                name,
                Aggregation.of(count -> count.terms(
                        terms -> terms.field(field).size(most).order(NamedValue.of("_key", SortOrder.Desc)))),
                Facet::values);
    }

    /**
     * Ranges of amounts, in each currency for itself.
     *
     * @param bounds where one range ends and the next begins; below the first and from the last on are ranges too
     */
    public static Facet ofAmounts(String name, String currency, String amount, List<Integer> bounds) {
        return new Facet(
                name,
                Aggregation.of(count -> count.terms(
                                terms -> terms.field(currency).size(MAX_CURRENCIES))
                        .aggregations(
                                RANGES,
                                ranges -> ranges.range(range -> {
                                    range.field(amount);
                                    for (int i = 0; i <= bounds.size(); i++) {
                                        @Nullable Double from = i == 0 ? null : Double.valueOf(bounds.get(i - 1));
                                        @Nullable Double to = i == bounds.size() ? null : Double.valueOf(bounds.get(i));
                                        range.ranges(one -> one.from(from).to(to));
                                    }
                                    return range;
                                }))),
                Facet::amounts);
    }

    /**
     * Reads the parameter.
     *
     * @param names null if nothing was said; empty for none
     * @throws io.waybill.web.ApiProblem (400, INVALID_PARAMETER) if a name is none of those offered
     */
    public static List<Facet> chosen(@Nullable String names, List<Facet> usual, List<Facet> offered) {
        if (names == null) {
            return usual;
        }
        if (names.isEmpty()) {
            return List.of();
        }
        List<String> wanted =
                Values.among(PARAMETER, names, offered.stream().map(Facet::name).toList());
        return offered.stream().filter(facet -> wanted.contains(facet.name())).toList();
    }

    private static List<FacetValue> values(Aggregate counted) {
        return terms(counted).stream()
                .map(bucket -> FacetValue.of(bucket.key().stringValue(), bucket.docCount()))
                .toList();
    }

    private static List<FacetValue> amounts(Aggregate counted) {
        List<FacetValue> all = new ArrayList<>();
        for (StringTermsBucket currency : terms(counted)) {
            Aggregate ranges = Objects.requireNonNull(currency.aggregations().get(RANGES), "asked for, so answered");
            ranges.range().buckets().array().stream()
                    .filter(range -> range.docCount() > 0)
                    .map(range -> range(currency.key().stringValue(), range))
                    .forEach(all::add);
        }
        return all;
    }

    /** None as well where the index is still of a release that did not have the field. */
    private static List<StringTermsBucket> terms(Aggregate counted) {
        return counted.isSterms() ? counted.sterms().buckets().array() : List.of();
    }

    private static FacetValue range(String currency, RangeBucket range) {
        return new FacetValue(null, currency, plain(range.from()), plain(range.to()), range.docCount());
    }

    private static @Nullable String plain(@Nullable Double bound) {
        return bound == null ? null : BigDecimal.valueOf(bound.longValue()).toPlainString();
    }
}
