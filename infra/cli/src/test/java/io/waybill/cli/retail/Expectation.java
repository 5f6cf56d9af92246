package io.waybill.cli.retail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An {@code expected.json}: what another program computed from the same file. */
final class Expectation {
    private final JsonNode expected;

    Expectation(Path json) {
        try (InputStream in = Files.newInputStream(json)) {
            expected = new JsonMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compares every figure that is there but {@code returns}: what can come back is not the file's to say. */
    void isMetBy(RetailFile file) {
        assertThat(expected.propertyNames().stream().filter(name -> !name.equals("returns")))
                .containsExactlyInAnyOrder(
                        "rows",
                        "orders",
                        "orderLines",
                        "skus",
                        "customersWithId",
                        "rowsNotOrders",
                        "revenue",
                        "largestOrderLines",
                        "byCountry",
                        "byDay",
                        "topSkusByRevenue",
                        "topSkusByQuantity",
                        "busiestDays");
        List<RetailOrder> orders = file.orders();
        long notOrders = file.rowsNotOrders().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        same("rows", file.lines() + notOrders);
        same("orders", orders.size());
        same("orderLines", file.lines());
        same("skus", file.products().size());
        same(
                "customersWithId",
                orders.stream()
                        .map(RetailOrder::customer)
                        .filter(Objects::nonNull)
                        .distinct()
                        .count());
        same(
                "largestOrderLines",
                orders.stream().mapToInt(order -> order.lines().size()).max().orElse(0));
        same("revenue", revenue(orders));
        rowsNotOrders(file.rowsNotOrders());
        groups("byCountry", orders, RetailOrder::country);
        groups("byDay", orders, order -> order.day().toString());
        top("topSkusByRevenue", sums(orders, RetailLine::total));
        top("topSkusByQuantity", sums(orders, line -> BigDecimal.valueOf(line.quantity())));
        top(
                "busiestDays",
                orders.stream()
                        .collect(Collectors.groupingBy(
                                order -> order.day().toString(),
                                Collectors.reducing(BigDecimal.ZERO, order -> BigDecimal.ONE, BigDecimal::add))));
    }

    private void same(String figure, Object actual) {
        assertThat(actual.toString()).as(figure).isEqualTo(expected.get(figure).asString());
    }

    private void rowsNotOrders(Map<NotAnOrder, Long> actual) {
        Map<String, Long> byWords = actual.entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().toString(), Map.Entry::getValue));
        Map<String, Long> wanted = expected.get("rowsNotOrders").properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().asLong()));
        assertThat(byWords).as("rowsNotOrders").isEqualTo(wanted);
    }

    private void groups(String figure, List<RetailOrder> orders, Function<RetailOrder, String> by) {
        Map<String, String> actual = orders.stream()
                .collect(Collectors.groupingBy(
                        by,
                        Collectors.collectingAndThen(
                                Collectors.toList(), group -> group.size() + " for " + revenue(group))));
        Map<String, String> wanted = expected.get(figure).properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().get("orders").asString() + " for "
                                + entry.getValue().get("revenue").asString()));
        assertThat(actual).as(figure).isEqualTo(wanted);
    }

    /** Equal values may stand in any order. */
    private void top(String figure, Map<String, BigDecimal> actual) {
        List<JsonNode> wanted = expected.get(figure).values().stream().toList();
        assertThat(wanted)
                .as(figure)
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(actual.get(entry.get(0).asString()))
                        .as(figure + " " + entry)
                        .isEqualTo(entry.get(1).asString()));
        List<String> highest = actual.values().stream()
                .sorted(Comparator.reverseOrder())
                .limit(wanted.size())
                .map(BigDecimal::toString)
                .toList();
        assertThat(highest)
                .as(figure)
                .isEqualTo(wanted.stream().map(entry -> entry.get(1).asString()).toList());
    }

    private static Map<String, BigDecimal> sums(List<RetailOrder> orders, Function<RetailLine, BigDecimal> of) {
        return orders.stream()
                .map(RetailOrder::lines)
                .flatMap(Collection::stream)
                .collect(Collectors.groupingBy(
                        RetailLine::sku, Collectors.reducing(BigDecimal.ZERO, of, BigDecimal::add)));
    }

    private static BigDecimal revenue(List<RetailOrder> orders) {
        return Stream.concat(Stream.of(new BigDecimal("0.00")), orders.stream().map(RetailOrder::total))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
