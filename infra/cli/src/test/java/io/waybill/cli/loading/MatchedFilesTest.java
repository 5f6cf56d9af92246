package io.waybill.cli.loading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.waybill.cli.loading.Matching.Unmatched;
import io.waybill.cli.loading.Outcomes.Placed;
import io.waybill.cli.retail.Days;
import io.waybill.cli.retail.RetailCancellation;
import io.waybill.cli.retail.RetailFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What comes back of whole files, were all their orders filled, is what {@code expected.py} finds in another way. */
class MatchedFilesTest {
    private static final Path ROOT = Path.of(System.getProperty("waybill.root", "."));
    private static final Path SAMPLE = ROOT.resolve("docs/sample");
    private static final Path PUBLIC = ROOT.resolve("../shared/data/online-retail/2010-12_2011-08.csv.gz");

    @Test
    void what_comes_back_of_the_sample_is_what_was_computed_of_it() throws Exception {
        JsonNode expected = new JsonMapper()
                .readTree(Files.readString(SAMPLE.resolve("expected.json")))
                .get("returns");
        RetailFile sample = RetailFile.read(SAMPLE.resolve("online-retail-sample.csv.gz"), Days.ALL);

        Matching matching = matching(sample);

        assertThat(matching.matches()).hasSize(expected.get("matched").asInt());
        assertThat(orders(matching)).isEqualTo(expected.get("orders").asLong());
        assertThat(matching.value()).isEqualTo(expected.get("value").asString());
        assertThat(matching.credited()).isEqualTo(expected.get("credited").asString());
        assertThat(matching.unmatched().entrySet().stream()
                        .collect(Collectors.toMap(reason -> reason.getKey().toString(), Map.Entry::getValue)))
                .isEqualTo(expected.get("unmatched").properties().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, reason -> reason.getValue().asLong())));
    }

    /** The figures are those of {@code expected.py} with that file. */
    @Test
    void what_comes_back_of_nine_real_months_is_what_was_computed_of_them() throws Exception {
        assumeTrue(Files.isReadable(PUBLIC), () -> "skipped: the Online Retail data is not at " + PUBLIC.normalize());
        RetailFile months = RetailFile.read(PUBLIC, Days.ALL);

        Matching matching = matching(months);

        assertThat(matching.matches()).hasSize(4_465);
        assertThat(orders(matching)).isEqualTo(2_012);
        assertThat(matching.value()).isEqualTo("249825.48");
        assertThat(matching.credited()).isEqualTo("207620.26");
        assertThat(matching.unmatched())
                .isEqualTo(Map.of(
                        Unmatched.NO_CUSTOMER, 282L,
                        Unmatched.NEVER_BOUGHT, 1_052L,
                        Unmatched.NOT_ENOUGH_LEFT, 48L));
        assertThat(keys(months.cancellations())).hasSize(5_847);
    }

    /** In any sequence, for they are placed many at a time. */
    private static Matching matching(RetailFile file) {
        List<Placed> filled = new ArrayList<>(file.orders().stream()
                .map(order -> new Placed("id-" + order.invoice(), order))
                .toList());
        Collections.shuffle(filled, new Random());
        return Matching.of(filled, file.cancellations());
    }

    private static long orders(Matching matching) {
        return matching.matches().stream()
                .map(match -> match.order().id())
                .distinct()
                .count();
    }

    private static Set<String> keys(List<RetailCancellation> cancellations) {
        return cancellations.stream().map(Keys::of).collect(Collectors.toSet());
    }
}
