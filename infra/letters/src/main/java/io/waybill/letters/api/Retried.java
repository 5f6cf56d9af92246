package io.waybill.letters.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What came of a retry.
 *
 * @param handled letters that are gone
 * @param failed sequences that got stuck at a letter
 * @param left letters that the processor still has
 * @param cause of the last failure; left out where there was none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Retried(int handled, int failed, long left, @Nullable String cause) {}
