/** Stock: how many pieces of a SKU stand in a warehouse, and for whom they are held. */
@NullMarked
package io.waybill.contract.inventory;

import org.jspecify.annotations.NullMarked;
