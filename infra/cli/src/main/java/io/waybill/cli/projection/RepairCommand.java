package io.waybill.cli.projection;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.waybill.cli.call.Call;
import io.waybill.cli.call.OperatorCommand;
import io.waybill.cli.rebuild.Rebuilding;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code waybill repair}: makes a few rows anew. */
@Command(
        name = "repair",
        description = {
            "Makes the rows of single orders, products, … anew, at once.",
            "They are folded from their own history; the rest of the projection is left alone."
        },
        footer = {
            "  waybill repair ordersummary 01a1fc0f-10f5-780c-89bd-8d39da5baff4",
            "  waybill repair ordersummary --ids-from wrong.txt --reason 'lost'",
            "  psql -Atc 'select …' | waybill repair ordersummary --ids-from -"
        })
public final class RepairCommand extends OperatorCommand {
    /** As many as the API takes in one request. */
    private static final int MOST = 1_000;

    private static final String STANDARD_INPUT = "-";

    @Parameters(index = "0", paramLabel = "NAME", description = "The projection")
    @SuppressWarnings("NullAway.Init") // picocli refuses a call without it
    private String projection;

    @Parameters(
            index = "1..*",
            paramLabel = "ID",
            description = "Whose rows: ids as events carry them, such as MUG or customer:17850")
    private List<String> ids = new ArrayList<>();

    @Option(
            names = "--ids-from",
            paramLabel = "FILE",
            description = "A file with one id a line; - is the standard input")
    private @Nullable String file;

    @Override
    protected String whenInterrupted() {
        return "No longer watching; the repair goes on.";
    }

    @Override
    protected int run(Call call) {
        List<String> all = new ArrayList<>(ids);
        if (file != null) {
            all.addAll(listed(file));
        }
        if (all.isEmpty() || all.size() > MOST) {
            throw wrong("A repair is of 1 to " + MOST + " ids, but there were " + all.size());
        }
        Map<String, Object> body = body();
        body.put("ids", all);
        return new Work(call, "repair", "failed", "failures")
                .watch(call.post(
                        Rebuilding.PROJECTIONS.to(projection, "repairs").text(), body));
    }

    private List<String> listed(String from) {
        try (BufferedReader lines = from.equals(STANDARD_INPUT)
                ? new BufferedReader(new InputStreamReader(System.in, UTF_8))
                : Files.newBufferedReader(Path.of(from))) {
            // One more than there may be, however long the list is.
            return lines.lines()
                    .map(String::strip)
                    .filter(id -> !id.isEmpty())
                    .limit(MOST + 1)
                    .toList();
        } catch (IOException e) {
            throw wrong(from + " cannot be read (" + e.getClass().getSimpleName() + ")");
        }
    }
}
