/**
 * What every view in Elasticsearch shares: its index, its documents, its comparison with the log. What a view is made of
 * stands in the view's own folder. Mappings keep to what the server's core offers, so they run on every Elasticsearch.
 */
@NullMarked
package io.waybill.projection.elastic;

import org.jspecify.annotations.NullMarked;
