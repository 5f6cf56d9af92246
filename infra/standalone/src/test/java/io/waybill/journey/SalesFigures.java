package io.waybill.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What an independent program says that was sold, against what the sales report says. */
final class SalesFigures {
    private final JsonNode expected;

    /** @param expected an {@code expected.json} */
    SalesFigures(JsonNode expected) {
        this.expected = expected;
    }

    /** Whether the report knows as many orders as there are. */
    boolean haveAllOrders(JsonNode report) {
        return report.at("/totals/orders").equals(expected.get("orders"));
    }

    /** The sums over all, and each country's. */
    void agreeByCountry(JsonNode report) {
        JsonNode totals = report.get("totals");
        assertThat(totals.get("orders")).isEqualTo(expected.get("orders"));
        assertThat(totals.get("lines")).isEqualTo(expected.get("orderLines"));
        assertThat(totals.get("skus")).isEqualTo(expected.get("skus"));
        assertThat(totals.get("customers")).isEqualTo(expected.get("customersWithId"));
        assertThat(totals.at("/revenue/amount")).isEqualTo(expected.get("revenue"));
        agree("byCountry", report);
    }

    /** Each day's, in the shop's own time. */
    void agreeByDay(JsonNode report) {
        agree("byDay", report);
    }

    /** Of those that sold best, how much, in their order. */
    void agreeBySku(JsonNode report) {
        JsonNode best = expected.get("topSkusByRevenue");
        assertThat(best).isNotEmpty();
        for (int i = 0; i < best.size(); i++) {
            JsonNode row = report.at("/rows/" + i);
            assertThat(row.get("key")).isEqualTo(best.at("/" + i + "/0"));
            assertThat(row.at("/revenue/amount")).isEqualTo(best.at("/" + i + "/1"));
        }
        assertThat(pieces(report)).containsAllEntriesOf(expectedPieces());
    }

    private void agree(String grouping, JsonNode report) {
        JsonNode groups = expected.get(grouping);
        assertThat(report.get("rows").size()).as(grouping).isEqualTo(groups.size());
        for (JsonNode row : report.get("rows")) {
            String key = row.get("key").asString();
            JsonNode figures = groups.get(key);
            assertThat(figures).as(key).isNotNull();
            assertThat(row.get("orders")).as(key).isEqualTo(figures.get("orders"));
            assertThat(new BigDecimal(row.at("/revenue/amount").asString()))
                    .as(key)
                    .isEqualByComparingTo(figures.get("revenue").asString());
        }
    }

    private static Map<String, Long> pieces(JsonNode report) {
        return report.get("rows")
                .valueStream()
                .collect(Collectors.toMap(
                        row -> row.get("key").asString(),
                        row -> row.get("quantity").asLong()));
    }

    private Map<String, Long> expectedPieces() {
        return expected.get("topSkusByQuantity")
                .valueStream()
                .collect(Collectors.toMap(
                        sku -> sku.get(0).asString(), sku -> sku.get(1).asLong()));
    }
}
