package io.waybill.query.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.projection.Answer;
import io.waybill.projection.WholeLife;
import io.waybill.query.RunningQuerySide;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The queries in docs/graphql.md work as they are printed. */
@RealServers(Server.POSTGRES)
class DocumentedQueriesTest {
    private static final Path PAGE = Path.of(System.getProperty("waybill.root"), "docs/graphql.md");
    private static final Pattern QUERY = Pattern.compile("```graphql\\n(query.*?)```", Pattern.DOTALL);

    @Test
    void every_query_of_the_page_is_answered() throws IOException {
        List<String> queries = QUERY.matcher(Files.readString(PAGE))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(queries).hasSizeGreaterThan(1);
        try (RunningQuerySide service =
                RunningQuerySide.onTables("ordersummary", "fulfilment", "customer", "product", "audit")) {
            WholeLife life = WholeLife.told(service.story());
            service.tell();
            for (String query : queries) {
                Answer answer =
                        Asked.ask(service, query, query.contains("$id") ? Map.of("id", life.id.toString()) : Map.of());
                assertThat(answer.body()).as(query).contains("\"data\"").doesNotContain("\"errors\"");
            }
        }
    }
}
