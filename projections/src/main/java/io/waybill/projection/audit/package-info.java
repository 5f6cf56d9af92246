/** Answers: what happened to this entity, when, by whom and why? One row for each event of any kind. */
@NullMarked
package io.waybill.projection.audit;

import org.jspecify.annotations.NullMarked;
