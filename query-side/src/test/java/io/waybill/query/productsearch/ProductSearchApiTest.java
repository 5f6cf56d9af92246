package io.waybill.query.productsearch;

import static io.waybill.query.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.contract.inventory.Sku;
import io.waybill.contract.product.ProductDiscontinued;
import io.waybill.contract.product.ProductRegistered;
import io.waybill.projection.Answer;
import io.waybill.projection.Orders;
import io.waybill.query.RunningQuerySide;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;

@RealServers({Server.POSTGRES, Server.ELASTICSEARCH})
class ProductSearchApiTest {
    private static final String SEARCH = "/api/v1/search/products";
    private static RunningQuerySide service;

    @BeforeAll
    static void start() {
        service = RunningQuerySide.onSearch();
        assertThat(service.get(SEARCH).read("$.total"))
                .as("before the first product")
                .isEqualTo(0);
        registered("85123A", "WHITE HANGING HEART T-LIGHT HOLDER", "GBP", "2.55");
        registered("71053", "WHITE METAL LANTERN", "GBP", "3.391");
        registered("22728", "ALARM CLOCK <BAKELIKE> PINK", "GBP", "3.75");
        registered("MUG-1", "Enamel mug", "EUR", "12");
        service.story().product(new ProductDiscontinued(Sku.of("71053")));
        service.tell();
        service.fold().fingerprint("productsearch"); // which makes what was written findable at once
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            white        | 71053, 85123A | as the name has it
            LANTREN      | 71053         | misspelt, in capitals
            enam         | MUG-1         | a word that is being typed
            white hang   | 85123A        | a word that is being typed behind another
            85123a       | 85123A        | a SKU
            851          | 85123A        | the beginning of a SKU
            mug-1        | MUG-1         | a SKU of two words
            white clock  |               | words of several products
            """)
    void a_product_is_found_by(String words, String expected, String why) {
        Answer answer = service.get(SEARCH + "?q=" + words.replace(" ", "%20"));

        assertThat(answer.status()).isEqualTo(HttpStatus.OK);
        List<String> wanted = expected == null ? List.of() : Arrays.asList(expected.split(", "));
        assertThat(skus(answer)).as(why).containsExactlyInAnyOrderElementsOf(wanted);
    }

    @Test
    void what_is_found_is_the_product_and_where_it_matched() {
        Answer answer = service.get(SEARCH + "?q=bakelke");

        assertThat(answer.read("$.items[0].sku")).isEqualTo("22728");
        assertThat(answer.read("$.items[0].name")).isEqualTo("ALARM CLOCK <BAKELIKE> PINK");
        assertThat(answer.read("$.items[0].price.amount")).isEqualTo("3.75");
        assertThat(answer.read("$.items[0].price.currency")).isEqualTo("GBP");
        assertThat(answer.read("$.items[0].status")).isEqualTo("ACTIVE");
        assertThat(answer.read("$.items[0].version")).isEqualTo(0);
        assertThat(answer.list("$.items[0].highlights.name[*]"))
                .containsExactly("ALARM CLOCK &lt;<em>BAKELIKE</em>&gt; PINK");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bakelke           | bakelike
            WHITE hangng      | WHITE hanging
            whte lantrn metal | white lantern metal
            """)
    void words_that_nothing_is_called_are_put_right(String words, String suggestion) {
        Answer answer = service.get(SEARCH + "?q=" + words.replace(" ", "%20"));

        assertThat(answer.list("$.suggestions[*]")).first().isEqualTo(suggestion);
    }

    @ParameterizedTest
    @ValueSource(strings = {"white hanging", "q85123A", "zzzzzzzz", "%22%3B--", ""})
    void what_is_known_or_like_nothing_is_left_as_it_is(String words) {
        assertThat(service.get(SEARCH + "?q=" + words.replace(" ", "%20")).list("$.suggestions[*]"))
                .isEmpty();
    }

    @Test
    void products_are_narrowed_down_and_counted_by_status_and_price() {
        assertThat(skus(service.get(SEARCH + "?status=DISCONTINUED"))).containsExactly("71053");
        assertThat(skus(service.get(SEARCH + "?currency=GBP&minPrice=3&maxPrice=3.5")))
                .containsExactly("71053");

        Answer active = service.get(SEARCH + "?status=ACTIVE");
        assertThat(active.list("$.facets.status[*].value")).containsExactlyInAnyOrder("ACTIVE", "DISCONTINUED");
        assertThat(active.list("$.facets.price[?(@.currency == 'GBP')].count")).containsExactly(2);
        assertThat(active.list("$.facets.price[?(@.currency == 'EUR')].from")).containsExactly("10");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sort=sku    | 22728, 71053, 85123A, MUG-1
            sort=price  | 85123A, 71053, 22728, MUG-1
            sort=-price | MUG-1, 22728, 71053, 85123A
            facets=     | 22728, 71053, 85123A, MUG-1
            """)
    void page_by_page_everything_is_found_once_and_in_order(String query, String expected) {
        List<String> found = new ArrayList<>();
        String next = "";
        while (next != null) {
            Answer page = service.get(SEARCH + "?limit=1&" + query + (next.isEmpty() ? "" : "&after=" + next));
            found.addAll(skus(page));
            next = (String) page.read("$.next");
        }

        assertThat(found).containsExactlyElementsOf(List.of(expected.split(", ")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            limit=10000000 | limit  | between 1 and 100
            status=SOLD    | status | must be of ACTIVE, DISCONTINUED
            facets=colour  | facets | must be of status, price
            sort=name      | sort   | must be one of relevance, sku, price, -price
            maxPrice=5     | currency | is needed with minPrice and maxPrice
            colour=red     | colour | unknown
            after=nonsense | after  | no cursor
            """)
    void a_parameter_that_is_wrong_is_refused_by_name(String query, String parameter, String detail) {
        assertRefused(service.get(SEARCH + "?" + query), parameter, detail);
    }

    private static void registered(String sku, String name, String currency, String price) {
        service.story().product(new ProductRegistered(Sku.of(sku), name, Orders.money(currency, price)));
    }

    private static List<String> skus(Answer answer) {
        return answer.list("$.items[*].sku").stream().map(Object::toString).toList();
    }
}
