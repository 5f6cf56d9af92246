package io.waybill.cli.call;

import io.waybill.cli.api.GaveUp;
import io.waybill.cli.api.Stop;
import io.waybill.cli.api.WaybillApi;
import io.waybill.cli.terminal.Cell;
import io.waybill.cli.terminal.Screen;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that asks a running Waybill, and nobody else. */
@Command(
        mixinStandardHelpOptions = true,
        sortOptions = false,
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples%n")
public abstract class ApiCommand implements Callable<Integer> {
    /** Behind the command's own options. */
    protected static final int LATER = 90;

    @Mixin
    private final Server server = new Server();

    @Option(names = "--json", order = LATER + 1, description = "Print what the API answers, as JSON")
    private boolean json;

    @Mixin
    private final ExitCodes exitCodes = new ExitCodes();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public final Integer call() {
        Stop stop = new Stop();
        CommandLine commandLine = spec.commandLine();
        try (Interruption _ = new Interruption(stop, commandLine.getErr(), whenInterrupted());
                WaybillApi api = new WaybillApi(server.url(), actor(), stop)) {
            Call call = new Call(api, stop, commandLine.getOut(), commandLine.getErr(), Screen.ofThisProcess(), json);
            return answered(call, stop);
        }
    }

    private int answered(Call call, Stop stop) {
        try {
            int code = run(call);
            return stop.isCalled() ? ExitCodes.INTERRUPTED : code;
        } catch (GaveUp e) {
            call.say(Cell.of(e.getMessage()).text());
            if (json) {
                call.print(e.problem());
            }
            return stop.isCalled() ? ExitCodes.INTERRUPTED : exitCodes.of(e);
        }
    }

    /**
     * What the command is for.
     *
     * @return one of {@link ExitCodes}
     * @throws GaveUp if Waybill does not answer, or refuses
     */
    protected abstract int run(Call call);

    /** Who acts, for the record of operations. */
    protected String actor() {
        return "cli";
    }

    /** What a person is told at Ctrl-C; nothing if empty. */
    protected String whenInterrupted() {
        return "";
    }

    /** As it was typed. */
    protected final String verb() {
        return spec.name();
    }

    /** The call was not as it should be; {@code what} says why. */
    protected final ParameterException wrong(String what) {
        return new ParameterException(spec.commandLine(), what);
    }
}
