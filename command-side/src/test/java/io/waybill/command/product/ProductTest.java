package io.waybill.command.product;

import io.waybill.contract.inventory.Sku;
import io.waybill.contract.product.ChangePrice;
import io.waybill.contract.product.DiscontinueProduct;
import io.waybill.contract.product.PriceChanged;
import io.waybill.contract.product.ProductDiscontinued;
import io.waybill.contract.product.ProductRegistered;
import io.waybill.contract.product.ProductRevised;
import io.waybill.contract.product.RegisterProduct;
import io.waybill.contract.product.ReviseProduct;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Test;

class ProductTest {
    private static final Sku MUG = Sku.of("MUG");
    private static final BigMoney PRICE = BigMoney.parse("GBP 2.55");
    private static final BigMoney HIGHER = BigMoney.parse("GBP 2.955");
    private static final ProductRegistered REGISTERED = new ProductRegistered(MUG, "A mug", PRICE);
    private static final ProductDiscontinued DISCONTINUED = new ProductDiscontinued(MUG);

    private final AggregateTestFixture<Product> product = new AggregateTestFixture<>(Product.class);

    @Test
    void a_product_is_registered() {
        product.givenNoPriorActivity()
                .when(new RegisterProduct(MUG, "A mug", PRICE))
                .expectEvents(REGISTERED);
    }

    @Test
    void a_sku_is_registered_once() {
        product.given(REGISTERED)
                .when(new RegisterProduct(MUG, "A mug", PRICE))
                .expectException(EventStoreException.class);
    }

    @Test
    void it_is_called_something_else() {
        product.given(REGISTERED)
                .when(new ReviseProduct(MUG, "A red mug"))
                .expectEvents(new ProductRevised(MUG, "A red mug"));
    }

    @Test
    void being_called_what_it_is_called_changes_nothing() {
        product.given(REGISTERED, new ProductRevised(MUG, "A red mug"))
                .when(new ReviseProduct(MUG, "A red mug"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_discontinued_product_keeps_its_name() {
        product.given(REGISTERED, DISCONTINUED)
                .when(new ReviseProduct(MUG, "A red mug"))
                .expectException(ProductRefused.class)
                .expectExceptionMessage("product MUG is discontinued");
    }

    @Test
    void it_is_sold_at_another_price() {
        product.given(REGISTERED).when(new ChangePrice(MUG, HIGHER)).expectEvents(new PriceChanged(MUG, HIGHER, PRICE));
    }

    @Test
    void the_next_price_follows_the_last() {
        product.given(REGISTERED, new PriceChanged(MUG, HIGHER, PRICE))
                .when(new ChangePrice(MUG, PRICE))
                .expectEvents(new PriceChanged(MUG, PRICE, HIGHER));
    }

    @Test
    void the_same_price_with_more_zeros_changes_nothing() {
        product.given(REGISTERED)
                .when(new ChangePrice(MUG, BigMoney.parse("GBP 2.5500")))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void its_currency_stays() {
        product.given(REGISTERED)
                .when(new ChangePrice(MUG, BigMoney.parse("EUR 2.55")))
                .expectException(ProductRefused.class)
                .expectExceptionMessage("product MUG has its price in another currency");
    }

    @Test
    void a_discontinued_product_takes_no_new_price() {
        product.given(REGISTERED, DISCONTINUED)
                .when(new ChangePrice(MUG, HIGHER))
                .expectException(ProductRefused.class)
                .expectExceptionMessage("product MUG is discontinued");
    }

    @Test
    void it_is_discontinued() {
        product.given(REGISTERED).when(new DiscontinueProduct(MUG)).expectEvents(DISCONTINUED);
    }

    @Test
    void discontinuing_it_again_changes_nothing() {
        product.given(REGISTERED, DISCONTINUED)
                .when(new DiscontinueProduct(MUG))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void what_was_never_registered_is_not_there() {
        product.givenNoPriorActivity()
                .when(new DiscontinueProduct(MUG))
                .expectException(AggregateNotFoundException.class);
    }
}
