package io.waybill.cli.loading;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a file is loaded.
 *
 * @param stock for each SKU, or null for exactly what the orders want
 * @param warehouse that receives it, and takes back what is returned
 * @param returns whether the cancellations become returns
 * @param concurrency requests at a time
 * @param patience how long to wait while nothing comes to an end
 */
public record ImportPlan(
        @Nullable Integer stock, String warehouse, boolean returns, int concurrency, Duration patience) {}
