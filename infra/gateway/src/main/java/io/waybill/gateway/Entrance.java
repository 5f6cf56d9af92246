package io.waybill.gateway;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What a visitor of the bare address gets: the ways on from there. What can be asked of which service is not said again here,
 * because the document says it as the code has it.
 */
@RestController
final class Entrance {
    private static final Signpost SIGNPOST = new Signpost(
            "Waybill",
            "Event-sourced order management: what happened to this order, with proof.",
            List.of("/docs", "/api/v1/openapi.json", "/graphiql"),
            List.of("/actuator/health/readiness", "/actuator/prometheus"));

    @GetMapping("/")
    Signpost signpost() {
        return SIGNPOST;
    }

    /**
     * @param documentation every request there is: as a page to try them on, and as OpenAPI; and a page to try GraphQL on
     * @param health of the gateway
     */
    record Signpost(String name, String purpose, List<String> documentation, List<String> health) {}
}
