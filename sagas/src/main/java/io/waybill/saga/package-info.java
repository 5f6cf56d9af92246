/**
 * The process managers: each carries one order across stock and payment, by events alone, and undoes what must be undone.
 * Calls to outside providers are made here, too, and their outcome goes back as a command.
 */
@NullMarked
package io.waybill.saga;

import org.jspecify.annotations.NullMarked;
