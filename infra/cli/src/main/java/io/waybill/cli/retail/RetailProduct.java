package io.waybill.cli.retail;

import java.math.BigDecimal;

/**
 * What the file says of one SKU.
 *
 * @param name its newest description that is not empty, or the SKU where there is none
 * @param price its newest one, in pounds
 * @param ordered how many all orders want together
 */
public record RetailProduct(String sku, String name, BigDecimal price, long ordered) {}
