package io.waybill.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.query.RunningQuerySide;
import io.waybill.query.audit.AuditQuery.Place;
import io.waybill.query.audit.AuditQuery.Statement;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** No question to the audit reads all of it: every plan of PostgreSQL's for a large table uses an index. */
@RealServers(Server.POSTGRES)
class AuditPlansTest {
    private static final int ROWS = 60_000;
    private static final int LIMIT = 51;
    private static final Instant MIDDLE = Instant.parse("2026-01-15T00:00:00Z");
    private static final String[] WORDS = {"common", "rare77", "common rare77", "common or rare77", "common -rare77"};
    private static RunningQuerySide service;

    @BeforeAll
    static void start() {
        service = RunningQuerySide.onTable("audit");
        service.fold().jdbc().sql("""
                insert into audit (entity_type, entity_id, version, name, revision, recorded_at, actor, command,
                                   correlation_id, causation_id, payload, position, event_id, state, changes, words)
                select case when n %% 3 = 0 then 'order' else 'stock' end, 'entity-' || n %% 600, n / 600,
                       'Event' || n %% 40, 1, timestamptz '2026-01-01T00:00:00Z' + n * interval '40 seconds',
                       'actor-' || n %% 25, 'Do', 'correlation-' || n / 10, 'cause-' || n, '{}', n, 'event-' || n,
                       case when (n / 600) %% 50 = 0 then '{}'::json end, '[]',
                       to_tsvector('simple', 'common rare' || n %% 500)
                  from generate_series(1, %d) n
                """.formatted(ROWS)).update();
        service.fold().jdbc().sql("analyze audit").update();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void every_combination_of_what_is_searched_for_uses_an_index() {
        List<String> whole = new ArrayList<>();
        for (AuditQuery query : everyCombination()) {
            Statement statement = query.statement(LIMIT);
            if (plan(statement.sql(), statement.parameters()).contains("Seq Scan")) {
                whole.add(query.toString());
            }
        }

        assertThat(whole).isEmpty();
    }

    @Test
    void histories_states_and_requests_are_read_by_their_keys() {
        String entity = " from audit where entity_type = 'stock' and entity_id = 'entity-7' and ";

        assertThat(List.of(
                        plan("select version" + entity + "version > 40 order by version limit 100", List.of()),
                        plan(
                                "select version" + entity + "version <= 90 and state is not null"
                                        + " order by version desc limit 1",
                                List.of()),
                        plan(
                                "select version" + entity + "recorded_at <= '2026-01-15T00:00:00Z'"
                                        + " order by recorded_at desc, version desc limit 1",
                                List.of()),
                        plan(
                                "select name from audit where correlation_id = 'correlation-7' order by position limit 201",
                                List.of())))
                .allSatisfy(plan -> assertThat(plan).contains("Index").doesNotContain("Seq Scan", "Sort"));
    }

    private static List<AuditQuery> everyCombination() {
        List<AuditQuery> queries = new ArrayList<>();
        for (int chosen = 0; chosen < 1 << 7; chosen++) {
            for (String words : (chosen & 32) == 0 ? new String[] {"none"} : WORDS) {
                queries.add(new AuditQuery(
                        (chosen & 1) == 0 ? null : "actor-7",
                        (chosen & 2) == 0 ? null : "Event7",
                        (chosen & 4) == 0 ? null : EntityType.ORDER,
                        (chosen & 8) == 0 ? null : MIDDLE,
                        (chosen & 16) == 0 ? null : MIDDLE.plusSeconds(86_400),
                        (chosen & 32) == 0 ? null : words,
                        (chosen & 64) == 0 ? null : new Place(MIDDLE.plusSeconds(40_000), 31_000)));
            }
        }
        return queries;
    }

    private static String plan(String sql, List<Object> parameters) {
        return String.join(
                "\n",
                service.fold()
                        .jdbc()
                        .sql("explain " + sql)
                        .params(parameters)
                        .query(String.class)
                        .list());
    }
}
