package io.waybill.command.edge;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.waybill.command.dispatch.Caller;
import io.waybill.web.openapi.Answered;
import java.util.Arrays;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** What the API's description says of every command: the headers that make a {@link Caller}, and the answer. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
final class CommandDescription implements GlobalOperationCustomizer {
    private static final String ETAG_PATTERN = "^\"\\d+\"$";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        if (Arrays.asList(method.getMethod().getParameterTypes()).contains(Caller.class)) {
            operation
                    .addParametersItem(header(CallerResolver.ACTOR, "Who acts; `anonymous`, if nobody says so.")
                            .schema(text().maxLength(CallerResolver.LONGEST)))
                    .addParametersItem(header(
                                    CallerResolver.CORRELATION_ID,
                                    "What everything that comes of this shares; an id of its own, if it is missing.")
                            .schema(text().maxLength(CallerResolver.LONGEST)))
                    .addParametersItem(header(
                                    IdempotencyKey.HEADER,
                                    "Makes it safe to repeat the request: the same key is answered the same, and done"
                                            + " once. In quotes, or without.")
                            .schema(text().maxLength(IdempotencyKey.LONGEST).pattern("^[ -~]+$")))
                    .addParametersItem(header(
                                    HttpHeaders.IF_MATCH,
                                    "The versions that this is meant for; at any other it is refused with 412.")
                            .schema(text().pattern("^(\\*|[^\"]*\"[^\"]*\".*)$")));
        }
        if (method.getMethod().getGenericReturnType().getTypeName().endsWith("<byte[]>")) {
            answered(operation, method);
        }
        return operation;
    }

    private static void answered(Operation operation, HandlerMethod method) {
        if (!method.hasMethodAnnotation(Answered.class)) {
            operation.getResponses().remove("200");
            operation.getResponses().addApiResponse("2XX", new ApiResponse().content(versioned()));
        }
        operation.getResponses().forEach((status, answer) -> {
            if (status.startsWith("2")) {
                answer.description("Done, and stored.").addHeaderObject(HttpHeaders.ETAG, version());
            }
            if (status.equals("201")) {
                answer.addHeaderObject(HttpHeaders.LOCATION, new Header().schema(text().format("uri-reference")));
            }
        });
    }

    private static Header version() {
        return new Header().description("The version that there is now.").schema(text().pattern(ETAG_PATTERN));
    }

    private static Content versioned() {
        Schema<?> body = new JsonSchema().typesItem("object").description("What names it, and its version.");
        body.addProperty("version", new JsonSchema().typesItem("integer").format("int64"));
        body.addRequiredItem("version");
        return new Content().addMediaType("application/json", new MediaType().schema(body));
    }

    private static Parameter header(String name, String description) {
        return new Parameter().in("header").name(name).description(description).required(false);
    }

    private static Schema<?> text() {
        return new JsonSchema().typesItem("string").minLength(1);
    }
}
