package io.waybill.standalone;

import io.waybill.servers.Databases;
import java.util.HashMap;
import java.util.Map;

/**
 * The databases of the local run, each with its owner. The query side reads with a role that can do nothing else, and the
 * command side works with one that can add events and not change them; the owner of the events only migrates.
 */
enum Database {
    EVENTS("waybill_events"),
    SAGAS("waybill_sagas"),
    VIEWS("waybill_views");

    private static final String APPENDER = "waybill_commands";
    private static final String READER = "waybill_query";

    private final String label;

    Database(String label) {
        this.label = label;
    }

    /** Creates all of them with their roles, where they are missing. */
    static void createAll(Databases databases, Credentials credentials) {
        for (Database database : values()) {
            databases.createRole(database.label, credentials.of(database.label));
            databases.createDatabase(database.label, database.label);
        }
        databases.createRole(APPENDER, credentials.of(APPENDER));
        databases.admit(EVENTS.label, APPENDER);
        databases.createRole(READER, credentials.of(READER));
        databases.grantReading(VIEWS.label, VIEWS.label, READER);
    }

    /** A service's data source, as the database's owner. */
    Map<String, Object> owned(PortPlan ports, Credentials credentials) {
        return dataSource(ports, label, credentials);
    }

    /** A service's data source, with the rights that the migrations grant; the migrations run as the database's owner. */
    Map<String, Object> appendOnly(PortPlan ports, Credentials credentials) {
        Map<String, Object> properties = new HashMap<>(dataSource(ports, APPENDER, credentials));
        properties.put("spring.flyway.user", label);
        properties.put("spring.flyway.password", credentials.of(label));
        return properties;
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
