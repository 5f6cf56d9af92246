/** What all read APIs ask of a request's parameters: values that check themselves, lists in pages, sorted, with some fields. */
@NullMarked
package io.waybill.query.parameter;

import org.jspecify.annotations.NullMarked;
