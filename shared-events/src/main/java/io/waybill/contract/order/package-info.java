/** Orders: what is bought, by whom, where it goes, and what became of it. */
@NullMarked
package io.waybill.contract.order;

import org.jspecify.annotations.NullMarked;
