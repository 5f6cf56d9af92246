package io.waybill.saga;

import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.modelling.saga.repository.jdbc.JdbcSagaStore;
import org.axonframework.modelling.saga.repository.jdbc.PostgresSagaSqlSchema;
import org.axonframework.modelling.saga.repository.jdbc.SagaSchema;
import org.axonframework.serialization.Serializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Sagas as JSON in {@code saga_entry}, in the transaction that moves the position.
 *
 * <p>A saga's row is locked when it is read ({@code select … for update}): an event on one node and a deadline on another
 * would otherwise both change what they read, and the later of them would undo the other's change.
 */
@Configuration(proxyBeanMethods = false)
class SagaStorage {
    private static final SagaSchema TABLES = SagaSchema.builder()
            .sagaEntryTable("saga_entry")
            .sagaIdColumn("saga_id")
            .sagaTypeColumn("saga_type")
            .serializedSagaColumn("serialized_saga")
            .associationValueEntryTable("association_value_entry")
            .associationKeyColumn("association_key")
            .associationValueColumn("association_value")
            .build();

    @Bean
    SagaStore<Object> sagaStore(ConnectionProvider connections, Serializer serializer) {
        PostgresSagaSqlSchema locking = new PostgresSagaSqlSchema(TABLES);
        locking.setExclusiveLoad(true);
        return JdbcSagaStore.builder()
                .connectionProvider(connections)
                .sqlSchema(locking)
                .serializer(serializer)
                .build();
    }
}
