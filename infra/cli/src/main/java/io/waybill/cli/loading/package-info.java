/** Loading a shop's past into Waybill: its products, its stock, its orders, and what became of them. */
@NullMarked
package io.waybill.cli.loading;

import org.jspecify.annotations.NullMarked;
