/** Benchmarks: each measures the product and, in the same run, the limit that it cannot pass, and prints both. */
@NullMarked
package io.waybill.bench;

import org.jspecify.annotations.NullMarked;
