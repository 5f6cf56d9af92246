package io.waybill.standalone;

import io.waybill.servers.Databases;
import java.util.Map;

/** The databases of the local run, each with its owner; the query side reads with a role that can do nothing else. */
public enum Database {
    EVENTS("waybill_events"),
    SAGAS("waybill_sagas"),
    VIEWS("waybill_views");

    private static final String READER = "waybill_query";

    private final String label;

    Database(String label) {
        this.label = label;
    }

    /** Creates all of them with their roles, where they are missing. */
    public static void createAll(Databases databases, Credentials credentials) {
        for (Database database : values()) {
            databases.createRole(database.label, credentials.of(database.label));
            databases.createDatabase(database.label, database.label);
        }
        databases.createRole(READER, credentials.of(READER));
        databases.grantReading(VIEWS.label, VIEWS.label, READER);
    }

    /** A service's data source, as the database's owner. */
    Map<String, Object> owned(PortPlan ports, Credentials credentials) {
        return dataSource(ports, label, credentials);
    }

    /** A service's data source, with the right to read only. */
    Map<String, Object> readOnly(PortPlan ports, Credentials credentials) {
        return dataSource(ports, READER, credentials);
    }

    private Map<String, Object> dataSource(PortPlan ports, String role, Credentials credentials) {
        return Map.of(
                "spring.datasource.url",
                "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/" + label,
                "spring.datasource.username",
                role,
                "spring.datasource.password",
                credentials.of(role));
    }
}
