package io.waybill.saga.fulfilment.state;

import static io.waybill.saga.fulfilment.state.Goods.MUG;
import static io.waybill.saga.fulfilment.state.Goods.TEA;
import static io.waybill.saga.fulfilment.state.Goods.line;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Three mugs for 1.00, and further on in the order two more for 4.00. */
class PricesTest {
    private static final Money NOTHING = Money.parse("GBP 0.00");

    private final Prices prices =
            new Prices(List.of(line(1, MUG, 3, "0.335"), line(2, TEA, 1, "7.00"), line(3, MUG, 2, "2.00")), NOTHING);

    @ParameterizedTest
    @CsvSource({
        "1,1,1,1,1, 0.33 0.34 0.33 2.00 2.00",
        "2,2,1,0,0, 0.67 2.33 2.00 0.00 0.00",
        "5,0,0,0,0, 5.00 0.00 0.00 0.00 0.00"
    })
    void whatever_pieces_are_split_into_adds_up_to_the_total(int a, int b, int c, int d, int e, String values) {
        assertThat(IntStream.of(a, b, c, d, e).mapToObj(pieces -> prices.take(MUG, pieces)))
                .containsExactlyElementsOf(List.of(values.split(" ")).stream()
                        .map(value -> Money.parse("GBP " + value))
                        .toList());
    }

    @Test
    void each_sku_has_prices_of_its_own() {
        assertThat(prices.take(MUG, 3)).isEqualTo(Money.parse("GBP 1.00"));
        assertThat(prices.take(TEA, 1)).isEqualTo(Money.parse("GBP 7.00"));
    }

    @Test
    void a_whole_of_nothing_has_no_parts() {
        assertThat(Prices.part(NOTHING, 1, 0)).isEqualTo(NOTHING);
    }
}
