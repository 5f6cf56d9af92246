/**
 * A payment provider that is not one, and a carrier that never comes: a real HTTP server whose card tokens decide what
 * becomes of a payment. For the local run and for tests; it knows nothing of orders, and nothing of it belongs into
 * production.
 */
@NullMarked
package io.waybill.simulator;

import org.jspecify.annotations.NullMarked;
