package io.waybill.cli.call;

import io.waybill.cli.api.ApiPath;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** The options of a command that lists more than fits on a page. */
public final class Page {
    @Option(names = "--limit", paramLabel = "N", defaultValue = "20", description = "At most so many (default: 20)")
    private int limit;

    @Option(names = "--after", paramLabel = "NEXT", description = "Go on behind the page before")
    private @Nullable String after;

    /**
     * The page.
     *
     * @throws io.waybill.cli.api.GaveUp if there was no answer, or a problem
     */
    public JsonNode of(Call call, ApiPath list) {
        JsonNode page = call.get(list.with("limit", limit).with("after", after).text());
        if (!call.json() && page.hasNonNull("next")) {
            call.say("There are more: --after " + page.path("next").asString());
        }
        return page;
    }
}
