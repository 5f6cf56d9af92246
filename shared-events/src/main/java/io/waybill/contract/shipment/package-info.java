/** Shipments: what leaves one warehouse for one order, and what becomes of it. */
@NullMarked
package io.waybill.contract.shipment;

import org.jspecify.annotations.NullMarked;
