/**
 * What every service shows to the outside in the same way: its start, its problems, its versions. Knows no business type.
 */
@NullMarked
package io.waybill.web;

import org.jspecify.annotations.NullMarked;
