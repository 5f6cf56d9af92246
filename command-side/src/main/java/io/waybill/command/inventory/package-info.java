/** Stock of one SKU in one warehouse: received, counted, held for orders, given back, shipped. Which orders matter is not decided here. */
@NullMarked
package io.waybill.command.inventory;

import org.jspecify.annotations.NullMarked;
