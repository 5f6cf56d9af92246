/** JSON as every service reads and writes it: strictly, exactly, and with money. */
@NullMarked
package io.waybill.web.json;

import org.jspecify.annotations.NullMarked;
