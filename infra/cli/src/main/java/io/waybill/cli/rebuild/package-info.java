/** Rebuilds of projections: asked for, watched, and steered. */
@NullMarked
package io.waybill.cli.rebuild;

import org.jspecify.annotations.NullMarked;
