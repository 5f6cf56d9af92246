package io.waybill.cli.chain;

import io.waybill.cli.api.Answer;
import io.waybill.cli.api.GaveUp;
import io.waybill.cli.api.WaybillApi;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The events of one entity as one side keeps them, page by page. */
final class Links {
    private static final int PAGE = 100;
    private static final int NOT_FOUND = 404;
    private static final String NOTHING_YET = "NO_HISTORY";

    private final WaybillApi api;
    private final String path;
    private final Queue<Link> page = new ArrayDeque<>();
    private String after = "";
    private long given = -1;

    Links(WaybillApi api, String path) {
        this.api = api;
        this.path = path;
    }

    /**
     * The next event; null where there is none by now, and one may be there when it is asked for again.
     *
     * @throws GaveUp if there is no answer, or a refusal
     */
    @Nullable
    Link next() {
        if (page.isEmpty()) {
            turn();
        }
        Link next = page.poll();
        if (next != null) {
            given = next.version();
        }
        return next;
    }

    // The last page is asked for again, because it may have grown: what it gave before is passed over.
    private void turn() {
        Answer answer = api.get(path + "?limit=" + PAGE + after);
        if (answer.status() == NOT_FOUND && answer.text("reason").equals(NOTHING_YET)) {
            return;
        }
        if (!answer.isSuccess()) {
            throw GaveUp.refused(path, answer);
        }
        for (JsonNode item : answer.body().path("items")) {
            Link link = new Link(item);
            if (link.version() > given) {
                page.add(link);
            }
        }
        String next = answer.text("next");
        if (!next.isEmpty()) {
            after = "&after=" + next;
        }
    }
}
