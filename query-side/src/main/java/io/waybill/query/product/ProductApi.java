package io.waybill.query.product;

import io.waybill.contract.inventory.Sku;
import io.waybill.query.parameter.Cursor;
import io.waybill.query.parameter.Parameters;
import io.waybill.query.parameter.Sorting;
import io.waybill.query.parameter.Sparse;
import io.waybill.query.watch.Freshness;
import io.waybill.query.watch.Wanted;
import io.waybill.web.ApiProblem;
import io.waybill.web.EntityTag;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /products} and {@code GET /products/{sku}}. */
@RestController
@RequestMapping("/api/{version}/products")
class ProductApi {
    static final int MAX_LIMIT = 200;
    private static final String SORTS = "-?(sku|name)";

    private final Products products;
    private final ListedProducts listed;
    private final Freshness freshness;

    ProductApi(Products products, ListedProducts listed, Freshness freshness) {
        this.products = products;
        this.listed = listed;
        this.freshness = freshness;
    }

    /** Answers with the product's version as its entity tag; 304 if the client has that already. {@code minVersion} waits for it. */
    @GetMapping("/{sku}")
    ResponseEntity<ProductAnswer> one(
            @PathVariable String sku,
            @RequestParam(required = false) @Nullable @Min(0) Long minVersion,
            @RequestHeader(name = "Prefer", required = false) @Nullable String prefer) {
        String asked = Parameters.read("sku", sku, Sku::of).value();
        ProductAnswer product = freshness.read(
                asked,
                Wanted.of(minVersion, prefer),
                () -> products.findBySku(asked).map(ProductAnswer::of),
                ProductAnswer::version,
                () -> new ApiProblem(
                        HttpStatus.NOT_FOUND,
                        "PRODUCT_NOT_FOUND",
                        "There is no product " + asked + ", or its registration has not reached this view yet."));
        return ResponseEntity.ok()
                .eTag(new EntityTag(product.version()).toString())
                .body(product);
    }

    /** The catalogue, by SKU unless {@code sort} says otherwise. */
    @GetMapping
    @Sparse(ProductAnswer.class)
    ProductPage page(
            @RequestParam(required = false) Product.@Nullable Status status,
            @RequestParam(required = false) @Nullable @Pattern(regexp = SORTS) String sort,
            @RequestParam(required = false) @Nullable @Size(min = 1, max = Sparse.MAX_LENGTH) String fields,
            @RequestParam(defaultValue = "50") @Range(min = 1, max = MAX_LIMIT) int limit,
            @RequestParam(required = false) @Nullable @Size(max = Cursor.MAX_LENGTH) String after) {
        Sorting sorting = sort == null ? new Sorting(ListedProducts.SKU, false) : Sorting.of(sort, ListedProducts.KEYS);
        return ProductPage.of(listed.page(status, sorting, limit, after));
    }
}
