/** The Online Retail format: invoice rows in CSV, and which orders they are. Knows nothing of HTTP. */
@NullMarked
package io.waybill.cli.retail;

import org.jspecify.annotations.NullMarked;
