/** Projections: how far each is, what operators do with them, and what they have done. */
@NullMarked
package io.waybill.cli.projection;

import org.jspecify.annotations.NullMarked;
