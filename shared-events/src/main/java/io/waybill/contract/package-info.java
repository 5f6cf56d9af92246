/** What all services agree on: commands, events, ids and values, and the names under which they are stored. No behaviour beyond checking a value; no framework beyond annotations. */
@NullMarked
package io.waybill.contract;

import org.jspecify.annotations.NullMarked;
