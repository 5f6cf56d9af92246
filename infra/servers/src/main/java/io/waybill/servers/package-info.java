/**
 * Real PostgreSQL, Kafka and Elasticsearch as child processes of this JVM, without Docker: unpacking, starting, waiting
 * until they answer, ending. Knows nothing of what is stored in them.
 */
@NullMarked
package io.waybill.servers;

import org.jspecify.annotations.NullMarked;
