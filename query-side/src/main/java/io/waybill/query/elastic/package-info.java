/**
 * What every search shares: words as a query, filters and facets, sorting and deep pages. Which fields there are stands in
 * the folder of each search. Without Elasticsearch only searches are not answered.
 */
@NullMarked
package io.waybill.query.elastic;

import org.jspecify.annotations.NullMarked;
