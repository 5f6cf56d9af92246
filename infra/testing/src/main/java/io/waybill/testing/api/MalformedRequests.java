package io.waybill.testing.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.waybill.testing.api.ApiDocument.Endpoint;
import io.waybill.testing.api.ApiDocument.Parameter;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** All that an operation's description forbids, one fault for each request; the rest of the request is right. */
public final class MalformedRequests {
    private static final String CONTENT_TYPE = "Content-Type";
    private static final String JSON = "application/json";
    private static final List<String> OTHER_TYPES = List.of(
            "text/plain",
            "application/xml",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "application/json; charset=iso-8859-1",
            "application/json; charset=utf-16");
    private static final int TOO_LONG = 300;

    private final Endpoint endpoint;
    private final Map<String, String> right = new HashMap<>();
    private final byte @Nullable [] body;
    private final List<MalformedRequest> requests = new ArrayList<>();

    private MalformedRequests(Endpoint endpoint, Samples samples) {
        this.endpoint = endpoint;
        this.body = endpoint.body() == null
                ? null
                : body(endpoint, samples).toString().getBytes(UTF_8);
        endpoint.parameters().stream()
                .filter(Parameter::required)
                .forEach(parameter -> right.put(parameter.name(), sample(parameter, samples)));
    }

    /** Every kind of malformed request that the operation's description implies. */
    public static List<MalformedRequest> to(Endpoint endpoint, ApiDocument document) {
        Samples samples = new Samples(document);
        MalformedRequests all = new MalformedRequests(endpoint, samples);
        endpoint.parameters().forEach(all::parameter);
        JsonNode schema = endpoint.body();
        if (schema != null) {
            MalformedBodies.of(document, schema, body(endpoint, samples), endpoint.bodyRequired())
                    .forEach((fault, bytes) -> all.add(fault, Map.of(), Map.of(CONTENT_TYPE, JSON), bytes));
            OTHER_TYPES.forEach(
                    type -> all.add("content of type " + type, Map.of(), Map.of(CONTENT_TYPE, type), all.body));
        }
        return List.copyOf(all.requests);
    }

    private static JsonNode body(Endpoint endpoint, Samples samples) {
        JsonNode example = endpoint.example();
        JsonNode schema = endpoint.body();
        return example != null || schema == null ? Objects.requireNonNull(example) : samples.of(schema);
    }

    private static String sample(Parameter parameter, Samples samples) {
        JsonNode example = parameter.example();
        return example == null ? samples.of(parameter.schema()).asString() : example.asString();
    }

    private void parameter(Parameter parameter) {
        Map<String, String> faults = new LinkedHashMap<>();
        if (Samples.types(parameter.schema()).contains("string")) {
            faults.putAll(MalformedValues.texts(parameter.schema()));
            // In a URL it would be another one by then.
            faults.remove("half a character");
        } else {
            MalformedValues.of(parameter.schema()).forEach((name, value) -> faults.put(name, value.asString("x")));
            // In a URL every number is one.
            if (!Samples.types(parameter.schema()).contains("boolean")) {
                faults.remove("a number as text");
            }
            faults.put("empty", "");
        }
        faults.forEach((fault, value) -> faulty(parameter, fault, value));
        if (parameter.required() && parameter.in().equals("query")) {
            right.remove(parameter.name());
            add(parameter.name() + ": missing", Map.of(), json(), body);
        }
    }

    private void faulty(Parameter parameter, String fault, String value) {
        String name = parameter.name() + ": " + fault;
        switch (parameter.in()) {
            case "path" -> {
                // An empty segment, or none but dots, makes another path.
                if (!value.isBlank() && value.length() < TOO_LONG * 100) {
                    add(name, Map.of(parameter.name(), value), json(), body);
                }
            }
            case "query" -> add(name, Map.of(parameter.name(), value), json(), body);
            default -> {
                // Others no client can send.
                if (value.chars().allMatch(letter -> letter >= ' ' && letter <= '~')) {
                    Map<String, String> headers = new HashMap<>(json());
                    headers.put(parameter.name(), value);
                    add(name, Map.of(), headers, body);
                }
            }
        }
    }

    private Map<String, String> json() {
        return body == null ? Map.of() : Map.of(CONTENT_TYPE, JSON);
    }

    private void add(String fault, Map<String, String> changed, Map<String, String> headers, byte @Nullable [] bytes) {
        Map<String, String> values = new HashMap<>(right);
        values.putAll(changed);
        String path = endpoint.path();
        for (Parameter parameter : endpoint.parameters()) {
            if (parameter.in().equals("path")) {
                path = path.replace("{" + parameter.name() + "}", encoded(values.get(parameter.name())));
            }
        }
        String query = endpoint.parameters().stream()
                .filter(parameter -> parameter.in().equals("query") && values.containsKey(parameter.name()))
                .map(parameter -> parameter.name() + "=" + encoded(values.get(parameter.name())))
                .collect(Collectors.joining("&"));
        requests.add(new MalformedRequest(
                fault,
                endpoint.method(),
                query.isEmpty() ? path : path + "?" + query,
                headers,
                bytes == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(bytes)));
    }

    private static String encoded(@Nullable String value) {
        StringBuilder text = new StringBuilder();
        for (byte each : String.valueOf(value).getBytes(UTF_8)) {
            boolean plain =
                    (each >= '0' && each <= '9') || (each >= 'A' && each <= 'Z') || (each >= 'a' && each <= 'z');
            text.append(plain || each == '-' ? String.valueOf((char) each) : "%%%02X".formatted(each));
        }
        return text.toString();
    }
}
