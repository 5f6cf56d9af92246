package io.waybill.projection.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.projection.ChainedStream;
import io.waybill.projection.FoldedTables;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the view keeps to prove an event, beside what it shows of it. */
class AuditProofTest extends FoldedTables {
    private static final String FIRST = "{\"paymentId\": \"01900000-0000-7000-8000-000000000002\",  \"orderId\":"
            + "\"01900000-0000-7000-8000-000000000001\"}";

    AuditProofTest() {
        super("audit");
    }

    @Test
    void an_event_is_kept_with_all_that_its_hash_is_over() {
        fold.fold(new ChainedStream(fold, "Payment", "a-payment")
                .happened("PaymentTeleported", 7, "{\"a\":  1}", Map.of("zeal", "z", "actor", "ada"))
                .events());

        assertThat(fold.rows("""
                        select event_id, aggregate_type, metadata, octet_length(hash), stored_revision, stored_payload
                          from audit
                        """))
                .containsExactly(Arrays.asList(
                        "a-payment-0", "Payment", "{\"actor\":\"ada\",\"zeal\":\"z\"}", "32", null, null));
    }

    @Test
    void one_that_is_told_in_todays_words_is_also_kept_in_those_of_its_day() {
        fold.fold(new ChainedStream(fold, "Payment", "a-payment")
                .happened("VoidRequested", 1, FIRST, Map.of())
                .events());

        assertThat(fold.rows("select revision, stored_revision, stored_payload from audit"))
                .containsExactly(List.of("2", "1", FIRST));
    }

    @Test
    void one_that_was_not_chained_says_so() {
        fold.fold(new ChainedStream(fold, "Payment", "a-payment")
                .happenedUnchained("VoidRequested", 1, FIRST)
                .events());

        assertThat(fold.rows("select event_id, hash from audit")).containsExactly(Arrays.asList("a-payment-0", null));
    }
}
