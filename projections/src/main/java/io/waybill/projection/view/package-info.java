/** What a rebuild and an operator need to know of any read model, wherever it is stored. */
@NullMarked
package io.waybill.projection.view;

import org.jspecify.annotations.NullMarked;
