package io.waybill.projection.golden;

import io.waybill.contract.inventory.Sku;
import io.waybill.contract.inventory.StockCounted;
import io.waybill.contract.inventory.StockKey;
import io.waybill.contract.inventory.StockReceived;
import io.waybill.contract.product.PriceChanged;
import io.waybill.contract.product.ProductDiscontinued;
import io.waybill.contract.product.ProductRegistered;
import io.waybill.contract.product.ProductRevised;
import java.math.BigDecimal;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;

/** A product, and its stock as far as it is no order's. */
final class ProductLife extends Life {
    private final Shop shop;
    private final Sku sku;
    private BigMoney price;

    ProductLife(Shop shop, int number) {
        this.shop = shop;
        this.sku = Sku.of("SKU " + number + (number % 3 == 0 ? ".A" : ""));
        this.price = price();
        then(() -> {
            shop.story.product(new ProductRegistered(sku, "HANGING HEART No " + number, price));
            shop.products.add(sku);
        });
        Shop.WAREHOUSES.forEach(warehouse -> then(() -> received(new StockKey(sku, warehouse))));
        for (int changes = shop.roll(4); changes > 0; changes--) {
            then(this::dearer);
            then(() -> shop.story.product(new ProductRevised(sku, "„" + shop.name() + "“ № " + shop.roll(100))));
            then(() -> counted(new StockKey(sku, shop.any(Shop.WAREHOUSES))));
        }
        if (shop.roll(5) == 0) {
            then(() -> shop.story.product(new ProductDiscontinued(sku)));
        }
    }

    private void received(StockKey stock) {
        int pieces = 1 + shop.roll(40);
        shop.story.stock(new StockReceived(stock, pieces));
        shop.moved(stock, pieces);
    }

    private void dearer() {
        BigMoney before = price;
        price = price();
        shop.story.product(new PriceChanged(sku, price, before));
    }

    // Never below what is reserved, so that nothing is uncovered; one time in four somebody finds pieces.
    private void counted(StockKey stock) {
        int more = shop.roll(4) == 0 ? 3 : -Math.min(2, shop.available(stock));
        int before = 100 + shop.available(stock);
        shop.story.stock(
                new StockCounted(stock, before + more, before, 0, more < 0 ? "a box fell from the shelf" : null));
        shop.moved(stock, more);
    }

    private BigMoney price() {
        return BigMoney.of(CurrencyUnit.GBP, BigDecimal.valueOf(1 + shop.roll(99_999), 3));
    }
}
