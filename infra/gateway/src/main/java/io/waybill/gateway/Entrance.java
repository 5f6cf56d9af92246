package io.waybill.gateway;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a visitor of the bare address gets: the ways on from there. */
@RestController
final class Entrance {
    private static final Signpost SIGNPOST = new Signpost(
            "Waybill",
            "Event-sourced order management: what happened to this order, with proof.",
            List.of("GET /docs", "GET /api/v1/openapi.json"),
            List.of("POST /api/v1/products", "POST /api/v1/stock/{sku}/{warehouse}/receipts", "POST /api/v1/orders"),
            List.of(
                    "GET /api/v1/orders",
                    "GET /api/v1/orders/{id}",
                    "GET /api/v1/stock/{sku}",
                    "GET /api/v1/search/orders?q=",
                    "GET /api/v1/audit/{type}/{id}",
                    "GET /api/v1/reports/sales?by=day"),
            List.of(
                    "GET /api/v1/operations/projections",
                    "POST /api/v1/operations/projections/{name}/rebuilds",
                    "GET /api/v1/operations/projections/{name}/verification",
                    "GET /api/v1/operations/event-log/verification",
                    "GET /actuator/health/readiness",
                    "GET /actuator/prometheus"));

    @GetMapping("/")
    Signpost signpost() {
        return SIGNPOST;
    }

    record Signpost(
            String name,
            String purpose,
            List<String> documentation,
            List<String> commands,
            List<String> queries,
            List<String> operations) {}
}
