package io.waybill.command.product;

import io.waybill.command.dispatch.Caller;
import io.waybill.command.edge.Creation;
import io.waybill.command.edge.Reply;
import io.waybill.command.edge.UnitPrice;
import io.waybill.contract.inventory.Sku;
import io.waybill.contract.product.RegisterProduct;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.joda.money.BigMoney;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/products}: the catalogue's commands. */
@RestController
@RequestMapping("/api/v1/products")
class ProductController {
    private final Reply reply;

    ProductController(Reply reply) {
        this.reply = reply;
    }

    record RegisterRequest(
            @NotNull Sku sku,
            @NotBlank @Size(max = 200) String name,
            @NotNull @UnitPrice BigMoney price) {}

    private record Registered(Sku sku, long version) {}

    @PostMapping
    ResponseEntity<byte[]> register(Caller caller, @Valid @RequestBody RegisterRequest request) {
        Sku sku = request.sku();
        RegisterProduct command = new RegisterProduct(sku, request.name().strip(), request.price());
        return reply.created(
                caller,
                List.of("products", request),
                () -> new Creation(command, sku, "/api/v1/products/" + sku, version -> new Registered(sku, version)));
    }
}
