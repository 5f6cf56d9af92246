package io.waybill.query.customer;

import io.waybill.contract.customer.CustomerId;
import io.waybill.query.parameter.Parameters;
import io.waybill.web.ApiProblem;
import io.waybill.web.EntityTag;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /customers/{id}}. */
@RestController
class CustomerApi {
    private final Customers customers;

    CustomerApi(Customers customers) {
        this.customers = customers;
    }

    /** Answers with the customer's version as its entity tag; 304 if the client has that already. */
    @GetMapping("/api/{version}/customers/{id}")
    ResponseEntity<CustomerAnswer> one(@PathVariable String id) {
        String asked = Parameters.read("id", id, CustomerId::of).value();
        CustomerAnswer customer = customers
                .findByCustomerId(asked)
                .map(CustomerAnswer::of)
                .orElseThrow(() -> new ApiProblem(
                        HttpStatus.NOT_FOUND,
                        "CUSTOMER_NOT_FOUND",
                        "There is no customer " + asked + ", or nothing of them has reached this view yet."));
        return ResponseEntity.ok()
                .eTag(new EntityTag(customer.version()).toString())
                .body(customer);
    }
}
