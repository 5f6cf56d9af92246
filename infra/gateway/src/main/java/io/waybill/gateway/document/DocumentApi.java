package io.waybill.gateway.document;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The whole API's description. It is asked of the services each time; one that is away is described as it last was. */
@Component
public final class DocumentApi {
    private static final String PART = "/openapi.json";

    private final RestClient http;
    private final JsonMapper json;
    private final DescribedServices services;
    private final Map<String, JsonNode> last = new ConcurrentHashMap<>();

    DocumentApi(RestClient.Builder http, JsonMapper json, DescribedServices services) {
        this.http = http.build();
        this.json = json;
        this.services = services;
    }

    /** Routes are asked before controllers are: one to all queries would take this address. */
    public RouterFunction<ServerResponse> route() {
        return RouterFunctions.route()
                .GET(
                        "/api/v1/openapi.json",
                        asked -> ServerResponse.ok()
                                .contentType(MediaType.APPLICATION_JSON)
                                .body(document()))
                .build();
    }

    private ObjectNode document() {
        Map<String, JsonNode> parts = new LinkedHashMap<>();
        services.byName().forEach((name, address) -> parts.put(name, part(name, address)));
        ObjectNode info = json.createObjectNode()
                .put("title", "Waybill")
                .put("version", "v1")
                .put("summary", "Event-sourced order management: what happened to this order, with proof.");
        info.putObject("license").put("name", "Apache-2.0").put("identifier", "Apache-2.0");
        return MergedDocument.of(parts, info);
    }

    private JsonNode part(String name, URI address) {
        try {
            JsonNode part = json.readTree(
                    http.get().uri(address.resolve(PART)).retrieve().body(byte[].class));
            last.put(name, part);
            return part;
        } catch (ResourceAccessException away) {
            JsonNode known = last.get(name);
            if (known == null) {
                throw away;
            }
            return known;
        }
    }
}
