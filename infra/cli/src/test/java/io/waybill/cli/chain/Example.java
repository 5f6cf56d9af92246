package io.waybill.cli.chain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The worked example in docs/audit-format.md. */
public final class Example {
    private static final Pattern BLOCK = Pattern.compile("```json\\n(.*?)```", Pattern.DOTALL);

    private Example() {}

    /** Its events, in their order. */
    public static List<ObjectNode> chain() {
        try {
            Matcher found = BLOCK.matcher(
                    Files.readString(Path.of(System.getProperty("waybill.root"), "docs", "audit-format.md")));
            if (!found.find()) {
                throw new AssertionError("no example");
            }
            List<ObjectNode> chain = new ArrayList<>();
            new JsonMapper().readTree(found.group(1)).forEach(item -> chain.add((ObjectNode) item));
            return chain;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
