/** What every command that talks to a running Waybill has: where that is, how it prints, and what it ends with. */
@NullMarked
package io.waybill.cli.call;

import org.jspecify.annotations.NullMarked;
