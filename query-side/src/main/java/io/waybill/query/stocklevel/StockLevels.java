package io.waybill.query.stocklevel;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** All levels. */
interface StockLevels extends Repository<StockLevel, StockLevel.Key> {
    /** Those of a SKU, one for each warehouse that has ever had to do with it, by name. */
    List<StockLevel> findBySkuOrderByWarehouse(String sku);

    Optional<StockLevel> findBySkuAndWarehouse(String sku, String warehouse);
}
