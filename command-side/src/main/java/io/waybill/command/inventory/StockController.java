package io.waybill.command.inventory;

import io.waybill.command.dispatch.Caller;
import io.waybill.command.edge.Creation;
import io.waybill.command.edge.Reply;
import io.waybill.command.product.KnownProducts;
import io.waybill.contract.inventory.CountStock;
import io.waybill.contract.inventory.ReceiveStock;
import io.waybill.contract.inventory.Sku;
import io.waybill.contract.inventory.StockCommand;
import io.waybill.contract.inventory.StockKey;
import io.waybill.contract.inventory.WarehouseId;
import io.waybill.web.ApiProblem;
import io.waybill.web.FieldError;
import io.waybill.web.openapi.Answered;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/stock}: what comes into the warehouses, and what was counted there. */
@RestController
@RequestMapping("/api/{version}/stock/{sku}/{warehouse}")
class StockController {
    private final Reply reply;
    private final KnownProducts products;

    StockController(Reply reply, KnownProducts products) {
        this.reply = reply;
        this.products = products;
    }

    record ReceiptRequest(@NotNull @Min(1) @Max(1_000_000) Integer quantity) {}

    /** @param note for a person who reads the history */
    record CountRequest(
            @NotNull @Min(0) @Max(1_000_000_000) Integer counted,
            @Nullable @Size(min = 1, max = 500) String note) {}

    private record Changed(Sku sku, WarehouseId warehouse, long version) {}

    @PostMapping("/receipts")
    @Answered(Changed.class)
    ResponseEntity<byte[]> receive(
            Caller caller,
            @PathVariable Sku sku,
            @PathVariable WarehouseId warehouse,
            @Valid @RequestBody ReceiptRequest request) {
        StockKey stock = new StockKey(sku, warehouse);
        ReceiveStock command = new ReceiveStock(stock, request.quantity());
        return reply.created(caller, List.of("receipts", stock, request), () -> creation(command));
    }

    @PostMapping("/counts")
    @Answered(Changed.class)
    ResponseEntity<byte[]> count(
            Caller caller,
            @PathVariable Sku sku,
            @PathVariable WarehouseId warehouse,
            @Valid @RequestBody CountRequest request) {
        StockKey stock = new StockKey(sku, warehouse);
        CountStock command = new CountStock(stock, request.counted(), request.note());
        return reply.created(caller, List.of("counts", stock, request), () -> creation(command));
    }

    private Creation creation(StockCommand command) {
        StockKey stock = command.stock();
        requireKnown(stock.sku());
        return new Creation(
                command,
                stock,
                "/api/v1/stock/" + stock.sku(),
                version -> new Changed(stock.sku(), stock.warehouse(), version));
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
