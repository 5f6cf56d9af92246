/**
 * Whose personal data an event holds, and the keys under which it is sealed, kept outside of the event log so that they can
 * be destroyed.
 */
@NullMarked
package io.waybill.command.personal;

import org.jspecify.annotations.NullMarked;
