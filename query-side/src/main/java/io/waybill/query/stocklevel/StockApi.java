package io.waybill.query.stocklevel;

import io.waybill.contract.inventory.Sku;
import io.waybill.contract.inventory.StockKey;
import io.waybill.contract.inventory.WarehouseId;
import io.waybill.query.parameter.Cursor;
import io.waybill.query.parameter.Parameters;
import io.waybill.query.parameter.SortKey;
import io.waybill.query.parameter.Sorting;
import io.waybill.query.parameter.Sparse;
import io.waybill.query.watch.Freshness;
import io.waybill.query.watch.Wanted;
import io.waybill.web.ApiProblem;
import io.waybill.web.EntityTag;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /stock}, {@code GET /stock/{sku}} and {@code GET /stock/{sku}/{warehouse}}. */
@RestController
@RequestMapping("/api/{version}/stock")
class StockApi {
    static final int MAX_LIMIT = 200;
    private static final String SORTS = "-?(sku|available)";

    private final StockLevels levels;
    private final ListedLevels listed;
    private final Freshness freshness;

    StockApi(StockLevels levels, ListedLevels listed, Freshness freshness) {
        this.levels = levels;
        this.listed = listed;
        this.freshness = freshness;
    }

    /** How much there is of a SKU: in all, and in each warehouse. */
    @GetMapping("/{sku}")
    StockAnswer one(@PathVariable String sku) {
        String asked = Parameters.read("sku", sku, Sku::of).value();
        List<StockLevel> found = levels.findBySkuOrderByWarehouse(asked);
        if (found.isEmpty()) {
            throw new ApiProblem(
                    HttpStatus.NOT_FOUND, "STOCK_NOT_FOUND", "No warehouse has ever had to do with SKU " + asked + ".");
        }
        return StockAnswer.of(asked, found);
    }

    /**
     * How much there is of a SKU in one warehouse, with the version of this stock as its entity tag; 304 if the client has
     * that already. {@code minVersion} waits for it.
     */
    @GetMapping("/{sku}/{warehouse}")
    ResponseEntity<StockPage.Item> level(
            @PathVariable String sku,
            @PathVariable String warehouse,
            @RequestParam(required = false) @Nullable @Min(0) Long minVersion,
            @RequestHeader(name = "Prefer", required = false) @Nullable String prefer) {
        StockKey key = new StockKey(
                Parameters.read("sku", sku, Sku::of), Parameters.read("warehouse", warehouse, WarehouseId::of));
        StockPage.Item level = freshness.read(
                key,
                Wanted.of(minVersion, prefer),
                () -> levels.findBySkuAndWarehouse(
                                key.sku().value(), key.warehouse().value())
                        .map(StockPage.Item::of),
                StockPage.Item::version,
                () -> new ApiProblem(
                        HttpStatus.NOT_FOUND,
                        "STOCK_NOT_FOUND",
                        "There has never been any stock of " + key + ", or nothing of it has reached this view yet."));
        return ResponseEntity.ok()
                .eTag(new EntityTag(level.version()).toString())
                .body(level);
    }

    /**
     * How much there is, of every SKU in every warehouse; with {@code below}, where fewer pieces than that are available,
     * the fewest first. What is available changes, and with it a level's place in a list that is sorted by it: it may be met
     * again on a later page, or not at all.
     */
    @GetMapping
    @Sparse(StockPage.Item.class)
    StockPage page(
            @RequestParam(required = false) @Nullable String warehouse,
            @RequestParam(required = false) @Nullable @Min(0) Long below,
            @RequestParam(required = false) @Nullable @Pattern(regexp = SORTS) String sort,
            @RequestParam(required = false) @Nullable @Size(min = 1, max = Sparse.MAX_LENGTH) String fields,
            @RequestParam(defaultValue = "50") @Range(min = 1, max = MAX_LIMIT) int limit,
            @RequestParam(required = false) @Nullable @Size(max = Cursor.MAX_LENGTH) String after) {
        String in = warehouse == null
                ? null
                : Parameters.read("warehouse", warehouse, WarehouseId::of).value();
        return StockPage.of(listed.page(in, below, sorting(sort, below), limit, after));
    }

    // One index cannot keep to a range of one key and be sorted by another.
    private static Sorting sorting(@Nullable String sort, @Nullable Long below) {
        SortKey usual = below == null ? ListedLevels.SKU : ListedLevels.AVAILABLE;
        Sorting sorting = sort == null ? new Sorting(usual, false) : Sorting.of(sort, ListedLevels.KEYS);
        if (below != null && !sorting.key().equals(usual)) {
            throw Parameters.invalid(SortKey.PARAMETER, "must be available or -available together with below");
        }
        return sorting;
    }
}
