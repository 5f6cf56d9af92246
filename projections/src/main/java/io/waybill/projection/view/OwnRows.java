package io.waybill.projection.view;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds the rows of a table that are made of one aggregate's events, and of nothing else.
 *
 * @param conditions by the aggregate's type, in SQL, with one parameter: the aggregate's id as events carry it
 */
public record OwnRows(Map<String, String> conditions) {
    public OwnRows {
        conditions = Map.copyOf(conditions);
    }

    /** One type of aggregate. */
    public static OwnRows of(String aggregateType, String condition) {
        return new OwnRows(Map.of(aggregateType, condition));
    }

    /** The repair of the table by the view's own writer, within the transaction that takes the rows out. */
    Repair repair(String table, JdbcClient jdbc) {
        return new Repair.Possible(conditions.keySet(), (generation, writer, type, id) -> {
            jdbc.sql("delete from " + Schemas.name(table, generation) + "." + table + " where " + conditions.get(type))
                    .param(id)
                    .update();
            return new InPlace(writer);
        });
    }

    private record InPlace(Object writer) implements Repair.Making {
        @Override
        public void end() {
            // Each batch was written when it was handled.
        }
    }
}
