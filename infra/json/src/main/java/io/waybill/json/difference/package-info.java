/** How one state of something differs from another, both as JSON, and how the one is made of the other again. */
@NullMarked
package io.waybill.json.difference;

import org.jspecify.annotations.NullMarked;
