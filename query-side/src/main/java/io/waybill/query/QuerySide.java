package io.waybill.query;

import io.waybill.web.Service;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The service that answers queries, from PostgreSQL with a role that may only read, and from Elasticsearch. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class QuerySide {
    public static void main(String... args) {
        Service.start(QuerySide.class, "query-side", args);
    }
}
