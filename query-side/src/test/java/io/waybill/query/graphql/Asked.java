package io.waybill.query.graphql;

import io.waybill.projection.Answer;
import io.waybill.query.RunningQuerySide;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Queries, as a client sends them. */
final class Asked {
    private Asked() {}

    static Answer ask(RunningQuerySide service, String query, Map<String, ?> variables, String... headers) {
        return service.post("/graphql", body(query, variables), headers);
    }

    static Answer ask(RunningQuerySide service, String query) {
        return ask(service, query, Map.of());
    }

    static String body(String query, Map<String, ?> variables) {
        return JsonMapper.shared().writeValueAsString(Map.of("query", query, "variables", variables));
    }
}
