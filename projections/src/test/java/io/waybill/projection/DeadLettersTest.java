package io.waybill.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waybill.contract.Events;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.order.ShippingAddress;
import io.waybill.projection.view.Fingerprint;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

/** What a view cannot digest: parked, seen, mended, retried, discarded, while everything else goes on. */
@RealServers({Server.POSTGRES, Server.KAFKA, Server.ELASTICSEARCH})
class DeadLettersTest {
    /** A batch that failed is taken again after a minute at the latest. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final String OPERATIONS = "/api/v1/operations/projections";
    private static final String VIEW = OPERATIONS + "/ordersummary";
    private static final String LETTERS = VIEW + "/dead-letters";
    private static final int MAX_SEQUENCES = 3;

    private final Story story = new Story();
    private TestLog log;
    private RunningProjections service;

    @BeforeEach
    void start() {
        log = new TestLog(Events.all());
        service = new RunningProjections(log.topic, Map.of("waybill.letters.max-sequences", MAX_SEQUENCES));
        refuseFrance();
    }

    @AfterEach
    void stop() {
        service.close();
        log.close();
    }

    @Test
    void an_order_that_cannot_be_written_waits_alone_until_it_is_mended_and_retried_in_order() {
        OrderId clocks = story.placed(Orders.clocks());
        OrderId hearts = story.placed(Orders.hearts());
        story.confirmed(clocks).confirmed(hearts);
        appendAndCatchUp();

        assertThat(service.count("ordersummary where status = 'CONFIRMED'")).isEqualTo(1);
        Answer parked = service.get(LETTERS);
        assertThat(parked.list("$.items[*].number")).containsExactly(1, 3);
        assertThat(parked.list("$.items[*].aggregateId")).containsOnly(clocks.toString());
        assertThat(parked.list("$.items[*].attempts")).containsExactly(1, 0);
        assertThat(service.post(LETTERS + "/3/retry").read("$.reason")).isEqualTo("NOT_FIRST");

        Answer inVain = service.post(LETTERS + "/1/retry");
        assertThat(inVain.read("$.failed")).isEqualTo(1);
        assertThat(inVain.read("$.left")).isEqualTo(2);
        assertThat(service.get(LETTERS + "/1").read("$.attempts")).isEqualTo(2);

        welcomeFrance();
        Answer retried = service.post(LETTERS + "/1/retry");
        assertThat(retried.read("$.handled")).isEqualTo(2);
        assertThat(retried.read("$.left")).isEqualTo(0);
        assertThat(service.count("dead_letter_sequence")).isZero();
        assertEqualsTheFold();
    }

    @Test
    void an_operator_sees_what_is_parked_and_why() {
        OrderId clocks = story.placed(Orders.clocks());
        story.confirmed(clocks);
        appendAndCatchUp();

        Answer letter = service.get(LETTERS + "/1");
        assertThat(letter.read("$.name")).isEqualTo("OrderPlaced");
        assertThat(letter.read("$.payload").toString()).contains("ALARM CLOCK");
        assertThat(letter.read("$.metadata.actor")).isEqualTo("ada");
        assertThat(letter.read("$.cause").toString()).contains("no_france");
        assertThat(letter.read("$.stack").toString()).contains("RowBatch");
        assertThat(letter.read("$.behind")).isEqualTo(1);
        Answer page = service.get(LETTERS + "?limit=1");
        assertThat(page.list("$.items")).hasSize(1);
        assertThat(service.get(LETTERS + "?limit=1&after=" + page.read("$.next"))
                        .list("$.items[*].number"))
                .containsExactly(2);
        assertThat(service.get(VIEW).read("$.deadLetters.count")).isEqualTo(2);
        assertThat(service.get(OPERATIONS + "/audit").read("$.deadLetters.count"))
                .isEqualTo(0);
        assertThat(service.get("/actuator/prometheus").body())
                .containsPattern("waybill_dead_letters\\{.*processor=\"ordersummary\".*} 2.0");
        // It is out of service for a moment where a claim comes late, or the end of the log cannot be seen.
        await().atMost(PATIENCE).untilAsserted(() -> {
            Answer ready = service.get("/actuator/health/readiness");
            assertThat(ready.status()).isEqualTo(HttpStatus.OK);
            assertThat(ready.read("$.components.deadLetters.details.ordersummary"))
                    .isEqualTo(2);
        });
    }

    @Test
    void a_document_that_elasticsearch_refuses_is_parked_and_the_others_are_written() {
        String beyondAnyTerm = "x".repeat(40_000);
        story.placed(Orders.placed(
                "1",
                null,
                new ShippingAddress(null, null, null, null, beyondAnyTerm),
                Orders.MORNING,
                Orders.line(1, "71053", "LANTERN", 1, "3.39")));
        story.placed(Orders.hearts());
        appendAndCatchUp();

        Answer parked = service.get(OPERATIONS + "/ordersearch/dead-letters");
        assertThat(parked.list("$.items[*].number")).containsExactly(1);
        assertThat(parked.list("$.items[*].cause").toString()).contains("Elasticsearch refuses the document");
        assertThat(service.fingerprint("ordersearch").rows()).isEqualTo(1);
    }

    @Test
    void what_does_not_exist_is_not_found_and_a_page_has_a_limit() {
        assertThat(service.get(LETTERS + "/7").read("$.reason")).isEqualTo("UNKNOWN_LETTER");
        assertThat(service.get(OPERATIONS + "/nonsense/dead-letters").read("$.reason"))
                .isEqualTo("UNKNOWN_PROCESSOR");
        assertThat(service.get(LETTERS + "?limit=101").status()).isEqualTo(HttpStatus.BAD_REQUEST);
    }

    @Test
    void a_discarded_letter_is_kept_with_reason_and_actor_and_the_rest_of_its_order_can_be_retried() {
        OrderId clocks = story.placed(Orders.clocks());
        story.confirmed(clocks);
        appendAndCatchUp();

        assertThat(service.post(LETTERS + "/1/discard", "{\"reason\":\" \"}").status())
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        Answer gone = service.post(LETTERS + "/1/discard", "{\"reason\":\"a test order\"}", "X-Actor", "olga");

        assertThat(gone.status()).isEqualTo(HttpStatus.OK);
        assertThat(service.get(LETTERS).list("$.items[*].number")).containsExactly(2);
        Answer discarded = service.get(VIEW + "/discarded-letters");
        assertThat(discarded.list("$.items[*].reason")).containsExactly("a test order");
        assertThat(discarded.list("$.items[*].actor")).containsExactly("olga");
        assertThat(discarded.read("$.items[0].letter.payload").toString()).contains("ALARM CLOCK");
        assertThat(service.post(LETTERS + "/retry").read("$.handled")).isEqualTo(1);
        assertThat(service.count("dead_letter_sequence")).isZero();
    }

    @Test
    void what_happens_while_an_order_waits_queues_behind_it_also_on_another_node_and_after_a_restart() {
        OrderId clocks = story.placed(Orders.clocks());
        appendAndCatchUp();
        try (RunningProjections other = service.anotherNode()) {
            service.restart();
            story.confirmed(clocks);
            appendAndCatchUp();

            assertThat(other.get(LETTERS).list("$.items[*].number")).containsExactly(1, 2);
            welcomeFrance();
            assertThat(other.post(LETTERS + "/retry").read("$.handled")).isEqualTo(2);
        }
        assertThat(service.count("ordersummary where status = 'CONFIRMED'")).isEqualTo(1);
    }

    @Test
    void a_view_that_fails_too_often_stops_instead_of_parking_everything() {
        for (int order = 0; order < MAX_SEQUENCES; order++) {
            story.placed(Orders.clocks());
        }
        appendAndCatchUp();
        assertThat(service.get(VIEW).read("$.deadLetters.count")).isEqualTo(MAX_SEQUENCES);

        story.placed(Orders.clocks());
        log.append(story);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(service.get(VIEW).body()).contains("IN_TROUBLE", "as many as it may"));
        assertThat(service.get(VIEW).read("$.deadLetters.count")).isEqualTo(MAX_SEQUENCES);
        welcomeFrance();
        assertThat(service.post(LETTERS + "/retry").read("$.handled")).isEqualTo(MAX_SEQUENCES);
        awaitCaughtUp();
    }

    @Test
    void a_rebuild_forgets_what_was_parked_and_meets_it_again() {
        story.placed(Orders.clocks());
        appendAndCatchUp();
        assertThat(service.get(VIEW).read("$.deadLetters.count")).isEqualTo(1);

        welcomeFrance();
        rebuild();

        assertThat(service.get(VIEW).read("$.deadLetters.count")).isEqualTo(0);
        assertThat(service.count("ordersummary")).isEqualTo(1);
    }

    private void refuseFrance() {
        service.sql("alter table " + service.table("ordersummary")
                + " add constraint no_france check (country <> 'France')");
    }

    private void welcomeFrance() {
        service.sql("alter table " + service.table("ordersummary") + " drop constraint no_france");
    }

    private void assertEqualsTheFold() {
        Fingerprint live = service.fingerprint("ordersummary");
        rebuild();
        assertThat(service.fingerprint("ordersummary")).isEqualTo(live);
    }

    private void rebuild() {
        String rebuild = service.post(VIEW + "/rebuilds").header("Location");
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(service.get(rebuild).read("$.state")).isEqualTo("SWITCHED"));
    }

    private void appendAndCatchUp() {
        log.append(story);
        awaitCaughtUp();
    }

    private void awaitCaughtUp() {
        int head = story.events().size();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(service.get(OPERATIONS).list("$.items[*].position"))
                        .hasSize(RunningProjections.VIEWS.size())
                        .containsOnly(head));
    }
}
