/**
 * The read APIs: each folder answers from the view of the same name. Nothing here writes, and nothing here knows how a
 * view comes about.
 */
@NullMarked
package io.waybill.query;

import org.jspecify.annotations.NullMarked;
