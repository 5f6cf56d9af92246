package io.waybill.query.stocklevel;

import io.waybill.contract.inventory.Sku;
import io.waybill.query.parameter.Parameters;
import io.waybill.web.ApiProblem;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /stock/{sku}}. */
@RestController
class StockApi {
    private final StockLevels levels;

    StockApi(StockLevels levels) {
        this.levels = levels;
    }

    @GetMapping("/api/{version}/stock/{sku}")
    StockAnswer one(@PathVariable String sku) {
        String asked = Parameters.read("sku", sku, Sku::of).value();
        List<StockLevel> found = levels.findBySkuOrderByWarehouse(asked);
        if (found.isEmpty()) {
            throw new ApiProblem(
                    HttpStatus.NOT_FOUND, "STOCK_NOT_FOUND", "No warehouse has ever had to do with SKU " + asked + ".");
        }
        return StockAnswer.of(asked, found);
    }
}
