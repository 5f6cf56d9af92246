package io.waybill.command.inventory;

import io.waybill.command.dispatch.Caller;
import io.waybill.command.edge.Creation;
import io.waybill.command.edge.Reply;
import io.waybill.command.product.KnownProducts;
import io.waybill.contract.inventory.ReceiveStock;
import io.waybill.contract.inventory.Sku;
import io.waybill.contract.inventory.StockKey;
import io.waybill.contract.inventory.WarehouseId;
import io.waybill.web.ApiProblem;
import io.waybill.web.FieldError;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/stock}: what comes into the warehouses. */
@RestController
@RequestMapping("/api/v1/stock/{sku}/{warehouse}")
class StockController {
    private final Reply reply;
    private final KnownProducts products;

    StockController(Reply reply, KnownProducts products) {
        this.reply = reply;
        this.products = products;
    }

    record ReceiptRequest(@NotNull @Min(1) @Max(1_000_000) Integer quantity) {}

    private record Received(Sku sku, WarehouseId warehouse, long version) {}

    @PostMapping("/receipts")
    ResponseEntity<byte[]> receive(
            Caller caller,
            @PathVariable Sku sku,
            @PathVariable WarehouseId warehouse,
            @Valid @RequestBody ReceiptRequest request) {
        StockKey stock = new StockKey(sku, warehouse);
        return reply.created(caller, List.of("receipts", stock, request), () -> {
            requireKnown(sku);
            return new Creation(
                    new ReceiveStock(stock, request.quantity()),
                    stock,
                    "/api/v1/stock/" + sku,
                    version -> new Received(sku, warehouse, version));
        });
    }

    private void requireKnown(Sku sku) {
        if (products.find(List.of(sku)).isEmpty()) {
            throw new ApiProblem(
                    HttpStatus.NOT_FOUND,
                    "UNKNOWN_SKU",
                    "No product is registered under the SKU " + sku + ".",
                    List.of(FieldError.ofParameter("sku", "must be the SKU of a registered product")));
        }
    }
}
