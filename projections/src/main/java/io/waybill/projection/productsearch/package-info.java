/** Answers: which products are called something like this? One Elasticsearch document for each, behind the alias {@code productsearch}. */
@NullMarked
package io.waybill.projection.productsearch;

import org.jspecify.annotations.NullMarked;
