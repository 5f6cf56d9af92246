package io.waybill.query.product;

import io.waybill.contract.inventory.Sku;
import io.waybill.query.parameter.Parameters;
import io.waybill.web.ApiProblem;
import io.waybill.web.EntityTag;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /products/{sku}}. */
@RestController
class ProductApi {
    private final Products products;

    ProductApi(Products products) {
        this.products = products;
    }

    /** Answers with the product's version as its entity tag; 304 if the client has that already. */
    @GetMapping("/api/{version}/products/{sku}")
    ResponseEntity<ProductAnswer> one(@PathVariable String sku) {
        String asked = Parameters.read("sku", sku, Sku::of).value();
        ProductAnswer product = products.findBySku(asked)
                .map(ProductAnswer::of)
                .orElseThrow(() -> new ApiProblem(
                        HttpStatus.NOT_FOUND,
                        "PRODUCT_NOT_FOUND",
                        "There is no product " + asked + ", or its registration has not reached this view yet."));
        return ResponseEntity.ok()
                .eTag(new EntityTag(product.version()).toString())
                .body(product);
    }
}
