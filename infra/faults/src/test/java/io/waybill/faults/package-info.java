/**
 * Breaks the running product in every way it promises to survive: real servers, every service a process of its own, and
 * customers who go on ordering all the while. What was acknowledged is counted at the end.
 */
@NullMarked
package io.waybill.faults;

import org.jspecify.annotations.NullMarked;
