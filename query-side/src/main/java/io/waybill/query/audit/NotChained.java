package io.waybill.query.audit;

import io.waybill.web.ApiProblem;
import org.springframework.http.HttpStatus;

/** Nothing proves what the view has kept of this version: it did so before events had hashes, or its hash never came. */
final class NotChained extends ApiProblem {
    private static final long serialVersionUID = 1L;

    NotChained(long version) {
        super(
                HttpStatus.NOT_FOUND,
                "NOT_CHAINED",
                "Version " + version + " has no hash here: the view kept it before events were chained. Rebuilt from a"
                        + " topic that was filled since, it has one.");
    }
}
