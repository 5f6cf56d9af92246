package io.waybill.command.product;

import io.waybill.command.dispatch.Caller;
import io.waybill.command.edge.Change;
import io.waybill.command.edge.Creation;
import io.waybill.command.edge.Reply;
import io.waybill.command.edge.UnitPrice;
import io.waybill.contract.inventory.Sku;
import io.waybill.contract.product.ChangePrice;
import io.waybill.contract.product.DiscontinueProduct;
import io.waybill.contract.product.ProductCommand;
import io.waybill.contract.product.RegisterProduct;
import io.waybill.contract.product.ReviseProduct;
import io.waybill.web.openapi.Answered;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.joda.money.BigMoney;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/products}: the catalogue's commands. */
@RestController
@RequestMapping("/api/{version}/products")
class ProductController {
    private final Reply reply;

    ProductController(Reply reply) {
        this.reply = reply;
    }

    record RegisterRequest(
            @NotNull Sku sku,
            @NotBlank @Size(max = 200) String name,
            @NotNull @UnitPrice BigMoney price) {}

    record ReviseRequest(@NotBlank @Size(max = 200) String name) {}

    record PriceRequest(@NotNull @UnitPrice BigMoney price) {}

    private record Named(Sku sku, long version) {}

    @PostMapping
    @Answered(Named.class)
    ResponseEntity<byte[]> register(Caller caller, @Valid @RequestBody RegisterRequest request) {
        Sku sku = request.sku();
        RegisterProduct command = new RegisterProduct(sku, request.name().strip(), request.price());
        return reply.created(
                caller,
                List.of("products", request),
                () -> new Creation(command, sku, "/api/v1/products/" + sku, version -> new Named(sku, version)));
    }

    @PatchMapping("/{sku}")
    @Answered(status = 200, value = Named.class)
    ResponseEntity<byte[]> revise(Caller caller, @PathVariable Sku sku, @Valid @RequestBody ReviseRequest request) {
        ReviseProduct command = new ReviseProduct(sku, request.name().strip());
        return reply.changed(caller, List.of("products", sku, request), () -> change(command));
    }

    @PutMapping("/{sku}/price")
    @Answered(status = 200, value = Named.class)
    ResponseEntity<byte[]> changePrice(Caller caller, @PathVariable Sku sku, @Valid @RequestBody PriceRequest request) {
        ChangePrice command = new ChangePrice(sku, request.price());
        return reply.changed(caller, List.of("products/price", sku, request), () -> change(command));
    }

    @DeleteMapping("/{sku}")
    @Answered(status = 200, value = Named.class)
    ResponseEntity<byte[]> discontinue(Caller caller, @PathVariable Sku sku) {
        DiscontinueProduct command = new DiscontinueProduct(sku);
        return reply.changed(caller, List.of("products/end", sku), () -> change(command));
    }

    private static Change change(ProductCommand command) {
        Sku sku = command.sku();
        return new Change(command, sku, version -> new Named(sku, version));
    }
}
