/**
 * The generations of each view, and what keeps them: the table that says which there are, and on each node the processors
 * that fill them. What is done about generations (building, switching, dropping) is elsewhere.
 */
@NullMarked
package io.waybill.projection.generation;

import org.jspecify.annotations.NullMarked;
