/** Whether an entity's history was changed: the chain of its events, computed by the page docs/audit-format.md alone. */
@NullMarked
package io.waybill.cli.chain;

import org.jspecify.annotations.NullMarked;
