package io.waybill.standalone;

import java.util.Map;
import java.util.Set;

/**
 * One service of the local run.
 *
 * @param name of its configuration and in the log
 * @param application its {@code @SpringBootApplication} class
 * @param port of its HTTP interface
 * @param needs the servers that have to answer before it starts
 * @param properties what differs from its configuration's defaults
 */
public record LocalService(
        String name, Class<?> application, int port, Set<OwnedServer> needs, Map<String, Object> properties) {
    public LocalService {
        needs = Set.copyOf(needs);
        properties = Map.copyOf(properties);
    }
}
