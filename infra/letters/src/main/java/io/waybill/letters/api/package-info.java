/** Dead letters for operators: to list, inspect, retry and discard; the same for every service that has some. */
@NullMarked
package io.waybill.letters.api;

import org.jspecify.annotations.NullMarked;
