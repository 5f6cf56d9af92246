package io.waybill.web.openapi;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.waybill.web.stream.LongAnswer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.method.HandlerMethod;

/** What every operation has: a name, what it answers when it is done, and its problems. */
final class Operations implements GlobalOperationCustomizer {
    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        String resource = method.getBeanType().getSimpleName().replaceFirst("(Controller|Api)$", "");
        String verb = method.getMethod().getName();
        operation.operationId(StringUtils.uncapitalize(resource) + StringUtils.capitalize(verb));
        operation.summary(summary(operation.getDescription(), verb));
        ApiResponses responses = operation.getResponses();
        @Nullable Answered answered = method.getMethodAnnotation(Answered.class);
        if (answered != null) {
            responses.clear();
            responses.addApiResponse(Integer.toString(answered.status()), done(answered.value()));
        } else if (isLong(method)) {
            responses.clear();
            responses.addApiResponse("200", isOfEvents(method) ? events() : lines());
        }
        return operation.responses(Problems.addTo(responses));
    }

    private static String summary(@Nullable String description, String verb) {
        if (description != null && !description.isBlank()) {
            String text = Words.plain(description);
            int end = text.indexOf(". ");
            return end < 0 ? text : text.substring(0, end + 1);
        }
        String words = verb.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
        return StringUtils.capitalize(words) + ".";
    }

    private static ApiResponse done(Class<?> body) {
        ApiResponse done = new ApiResponse().description("Done.");
        return body == Void.class
                ? done
                : done.content(new Content().addMediaType("application/json", new MediaType().schema(inline(body))));
    }

    /** These answers are small, so each is written out where it stands. */
    private static Schema<?> inline(Class<?> body) {
        Schema<?> schema = ModelConverters.getInstance(true).readAll(body).get(ValueSchemas.name(body));
        if (schema == null) {
            throw new IllegalStateException("no schema of " + body);
        }
        return schema;
    }

    /** Only an answer that is written bit by bit takes the response into its own hands. */
    private static boolean isLong(HandlerMethod method) {
        return method.isVoid()
                && Arrays.asList(method.getMethod().getParameterTypes()).contains(HttpServletResponse.class);
    }

    private static boolean isOfEvents(HandlerMethod method) {
        GetMapping mapping = method.getMethodAnnotation(GetMapping.class);
        return mapping != null
                && Arrays.asList(mapping.produces())
                        .contains(org.springframework.http.MediaType.TEXT_EVENT_STREAM_VALUE);
    }

    private static ApiResponse events() {
        return new ApiResponse()
                .description("Server-sent events, written as things happen.")
                .content(new Content()
                        .addMediaType(
                                org.springframework.http.MediaType.TEXT_EVENT_STREAM_VALUE,
                                new MediaType().schema(new JsonSchema().typesItem("string"))));
    }

    private static ApiResponse lines() {
        return new ApiResponse()
                .description("JSON lines, written as the work goes on; the last is `{\"end\":true}` or"
                        + " `{\"failed\":\"why\"}`.")
                .content(new Content()
                        .addMediaType(
                                LongAnswer.MEDIA_TYPE, new MediaType().schema(new JsonSchema().typesItem("string"))));
    }
}
