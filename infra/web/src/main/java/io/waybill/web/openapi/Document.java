package io.waybill.web.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.util.StringUtils;

/** The document as a whole: in an order that stays, strict about what requests may hold, with its examples. */
final class Document implements GlobalOpenApiCustomizer {
    private static final String VERSION = "v1";
    /** How mappings write the version: see {@code io.waybill.web.version}. */
    private static final String VARIABLE = "{version}";

    private static final String PREFIX = "/api/" + VERSION + "/";

    private final String service;
    private final Examples examples;

    Document(String service, Examples examples) {
        this.service = service;
        this.examples = examples;
    }

    @Override
    public void customise(OpenAPI api) {
        api.info(new Info()
                        .title("Waybill: " + service)
                        .version(VERSION)
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .servers(List.of(new Server().url("/")));
        Paths paths = new Paths();
        new TreeMap<>(Objects.requireNonNullElse(api.getPaths(), new Paths()))
                .forEach((path, item) -> paths.addPathItem(path.replace(VARIABLE, VERSION), versioned(item)));
        api.setPaths(paths);
        paths.forEach(
                (path, item) -> item.readOperations().forEach(operation -> operation.tags(List.of(resource(path)))));
        ClosedRequests.close(api.schema(Problems.NAME, Problems.schema()));
        api.getComponents().setSchemas(new TreeMap<>(api.getComponents().getSchemas()));
        examples.addTo(paths);
    }

    private static PathItem versioned(PathItem item) {
        item.readOperations().stream()
                .filter(operation -> operation.getParameters() != null)
                .forEach(operation -> operation
                        .getParameters()
                        .removeIf(parameter ->
                                "path".equals(parameter.getIn()) && VARIABLE.equals("{" + parameter.getName() + "}")));
        return item;
    }

    /** Orders, Stock, Operations: what follows the version. */
    private static String resource(String path) {
        String rest = path.startsWith(PREFIX) ? path.substring(PREFIX.length()) : path.substring(1);
        return StringUtils.capitalize(rest.replaceFirst("/.*", ""));
    }

    static String key(PathItem.HttpMethod method, String path) {
        return method + " " + path;
    }
}
