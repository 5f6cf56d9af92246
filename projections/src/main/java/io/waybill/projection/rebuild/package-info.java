/** Rebuilds: a view is emptied and folded anew from the whole history, under an operator's eyes. */
@NullMarked
package io.waybill.projection.rebuild;

import org.jspecify.annotations.NullMarked;
