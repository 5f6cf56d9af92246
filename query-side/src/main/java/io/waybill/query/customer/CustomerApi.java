package io.waybill.query.customer;

import io.waybill.contract.customer.CustomerId;
import io.waybill.query.parameter.Parameters;
import io.waybill.query.watch.Freshness;
import io.waybill.query.watch.Wanted;
import io.waybill.web.ApiProblem;
import io.waybill.web.EntityTag;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /customers/{id}}. */
@RestController
class CustomerApi {
    private final Customers customers;
    private final Freshness freshness;

    CustomerApi(Customers customers, Freshness freshness) {
        this.customers = customers;
        this.freshness = freshness;
    }

    /** Answers with the customer's version as its entity tag; 304 if the client has that already. {@code minVersion} waits for it. */
    @GetMapping("/api/{version}/customers/{id}")
    ResponseEntity<CustomerAnswer> one(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable @Min(0) Long minVersion,
            @RequestHeader(name = "Prefer", required = false) @Nullable String prefer) {
        String asked = Parameters.read("id", id, CustomerId::of).value();
        CustomerAnswer customer = freshness.read(
                asked,
                Wanted.of(minVersion, prefer),
                () -> customers.findByCustomerId(asked).map(CustomerAnswer::of),
                CustomerAnswer::version,
                () -> new ApiProblem(
                        HttpStatus.NOT_FOUND,
                        "CUSTOMER_NOT_FOUND",
                        "There is no customer " + asked + ", or nothing of them has reached this view yet."));
        return ResponseEntity.ok()
                .eTag(new EntityTag(customer.version()).toString())
                .body(customer);
    }
}
