/** Waybill's public API as a client sees it: requests that may be repeated, and are, until they are answered or given up. */
@NullMarked
package io.waybill.cli.api;

import org.jspecify.annotations.NullMarked;
