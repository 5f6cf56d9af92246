/**
 * The whole product on one machine: real servers as child processes and every service in one JVM, started, watched and
 * ended by {@code ./waybill}. Only starts what the services are; no behaviour of theirs belongs here.
 */
@NullMarked
package io.waybill.standalone;

import org.jspecify.annotations.NullMarked;
