package io.waybill.command.order;

import io.waybill.command.product.KnownProducts.KnownProduct;
import io.waybill.contract.inventory.Sku;
import io.waybill.web.ApiProblem;
import io.waybill.web.FieldError;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.http.HttpStatus;

/** Whether what a request asks for is still sold. What is not known at all is somebody else's to refuse. */
final class Orderable {
    private Orderable() {}

    /**
     * @param skus of the request's lines, in their order
     * @param agreed what the order has already: that stays, whatever is sold now
     * @throws ApiProblem (422, DISCONTINUED_SKU) naming each line whose product is discontinued
     */
    static void require(List<Sku> skus, Map<Sku, KnownProduct> known, Set<Sku> agreed) {
        List<FieldError> errors = IntStream.range(0, skus.size())
                .filter(index -> {
                    KnownProduct product = known.get(skus.get(index));
                    return product != null && product.discontinued() && !agreed.contains(product.sku());
                })
                .mapToObj(index -> new FieldError(
                        "/lines/" + index + "/sku", "must be the SKU of a product that is not discontinued"))
                .toList();
        if (!errors.isEmpty()) {
            throw new ApiProblem(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "DISCONTINUED_SKU",
                    "The order asks for products that are not sold any more.",
                    errors);
        }
    }
}
