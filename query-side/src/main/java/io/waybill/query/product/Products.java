package io.waybill.query.product;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** All products. */
interface Products extends Repository<Product, String> {
    Optional<Product> findBySku(String sku);
}
