package io.waybill.projection.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.projection.Fold;
import io.waybill.projection.Story;
import io.waybill.projection.WholeLife;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import io.waybill.testing.TestDatabase;
import io.waybill.testing.TestServers;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How often a writer waits for the database, however many events come in a batch: once, and once more where what is written
 * builds on what was there before.
 */
@RealServers(Server.POSTGRES)
class RoundTripsTest {
    private static final int EVENTS = 1_000;

    /** The transaction's end. Its beginning goes along with the first statement. */
    private static final int COMMIT = 1;

    private final Story story = new Story();

    @BeforeEach
    void tell() {
        while (story.size() < 2 * EVENTS) {
            WholeLife.told(story);
            WholeLife.catalogueAndWallets(story);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ordersummary, 1",
        "stocklevel,   1",
        "salesreport,  1",
        "audit,        2",
        "statement,    1",
        "product,      1",
        "wallet,       1",
        "transfer,     1",
        "fulfilment,   2"
    })
    void a_batch_of_a_thousand_events_is_written_in_one_round_trip(String view, int trips) {
        TestDatabase database = TestServers.postgres().newDatabase();
        TestDatabase counted = new TestDatabase(
                database.url() + (database.url().contains("?") ? "&" : "?") + "socketFactory="
                        + CountingSockets.class.getName(),
                database.username(),
                database.password());
        try (Fold fold = new Fold(counted, Map.of(), Set.of(view))) {
            // The first batch asks for the types of the parameters, and makes the connection.
            fold.batch(story.events().subList(0, EVENTS));
            long before = CountingSockets.roundTrips();

            fold.batch(story.events().subList(EVENTS, 2 * EVENTS));

            assertThat(CountingSockets.roundTrips() - before).isEqualTo(trips + COMMIT);
        }
    }
}
