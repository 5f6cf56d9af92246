package io.waybill.query.productsearch;

import io.waybill.query.elastic.Amounts;
import io.waybill.query.elastic.Searches;
import io.waybill.query.elastic.Words;
import io.waybill.query.parameter.Cursor;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /search/products}. */
@RestController
class ProductSearchApi {
    static final int MAX_LIMIT = 100;

    private final Searches searches;

    ProductSearchApi(Searches searches) {
        this.searches = searches;
    }

    /**
     * Finds products by words of their names, misspelt or not yet typed to their end, and by SKUs or their beginnings.
     *
     * @param q words that have to be found; none for all products
     * @param status ACTIVE or DISCONTINUED; both without it
     * @param currency of the price, or several with commas between them; needed with {@code minPrice} and {@code maxPrice}
     * @param sort {@code relevance} (where there are words), {@code sku}, {@code price}, or {@code -price} for the dearest
     *     first
     * @param facets what is counted: of {@code status}, {@code price}; empty for nothing
     * @param after where the page before ended: its {@code next}
     */
    @GetMapping("/api/{version}/search/products")
    ProductSearchAnswer find(
            @RequestParam(defaultValue = "") @Size(max = Words.MAX_LENGTH) String q,
            @RequestParam(required = false) @Nullable @Size(min = 1, max = 100) String status,
            @RequestParam(required = false) @Nullable @Size(min = 3, max = 79) String currency,
            @RequestParam(required = false) @Nullable @Pattern(regexp = Amounts.PATTERN) String minPrice,
            @RequestParam(required = false) @Nullable @Pattern(regexp = Amounts.PATTERN) String maxPrice,
            @RequestParam(required = false) @Nullable @Size(min = 1, max = 20) String sort,
            @RequestParam(required = false) @Nullable @Size(max = 100) String facets,
            @RequestParam(defaultValue = "20") @Range(min = 1, max = MAX_LIMIT) int limit,
            @RequestParam(required = false) @Nullable @Size(max = Cursor.MAX_LENGTH) String after) {
        return ProductSearchAnswer.of(
                searches.find(
                        ProductFields.search(
                                q,
                                ProductFields.filters(status, currency, minPrice, maxPrice),
                                ProductFields.facets(facets),
                                ProductFields.sort(sort, q),
                                limit,
                                after),
                        FoundProduct.class),
                q);
    }
}
