package io.waybill.web.openapi;

import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import org.springframework.http.HttpHeaders;

/** Refusals as the document tells of them: RFC 9457, the same for every operation. */
final class Problems {
    static final String NAME = "Problem";

    private Problems() {}

    static ApiResponses addTo(ApiResponses responses) {
        return responses
                .addApiResponse("4XX", answer("Refused; nothing was changed. `reason` says why."))
                .addApiResponse("5XX", answer("Failed on the server's side; `reason` says whether to come again."));
    }

    private static ApiResponse answer(String description) {
        return new ApiResponse()
                .description(description)
                .addHeaderObject(
                        HttpHeaders.RETRY_AFTER,
                        new Header()
                                .description("After how many seconds to come again, where that is of use.")
                                .schema(integer()))
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType().schema(new JsonSchema().$ref("#/components/schemas/" + NAME))));
    }

    static Schema<?> schema() {
        Schema<?> problem = new JsonSchema()
                .typesItem("object")
                .description("A refusal (RFC 9457). Programs decide by `reason`; all reasons are listed in"
                        + " docs/api/problems.md.");
        problem.addProperty("type", text("The reason as a URN.").format("uri"));
        problem.addProperty("title", text("The reason in words."));
        problem.addProperty("status", integer());
        problem.addProperty("detail", text("What is wrong with this request, for a person."));
        problem.addProperty("instance", text("The path that was asked."));
        problem.addProperty("reason", text("Stable.").pattern("^[A-Z][A-Z0-9_]*$"));
        List.of("type", "title", "status", "detail", "instance", "reason").forEach(problem::addRequiredItem);
        Schema<?> errors = new JsonSchema().typesItem("array");
        errors.setItems(error());
        problem.addProperty("errors", errors);
        return problem;
    }

    private static Schema<?> error() {
        Schema<?> error = new JsonSchema()
                .typesItem("object")
                .description("What is wrong with one part of the request, which one of the first three names.");
        error.addProperty(
                "pointer", text("A field of the body, as a JSON pointer.").format("json-pointer"));
        error.addProperty("parameter", text("A parameter of the path or the query."));
        error.addProperty("header", text("A header."));
        error.addProperty("detail", text("What is wrong with it."));
        error.addRequiredItem("detail");
        return error;
    }

    private static Schema<?> text(String description) {
        return new JsonSchema().typesItem("string").description(description);
    }

    private static Schema<?> integer() {
        return new JsonSchema().typesItem("integer").format("int32");
    }
}
