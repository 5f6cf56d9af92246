package io.waybill.cli.letter;

import io.waybill.cli.api.ApiPath;
import io.waybill.cli.call.Call;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Whose letters are meant. A projection and a saga may have the same name. */
final class Chosen {
    @Parameters(index = "0", paramLabel = "NAME", description = "The projection, or the saga")
    @SuppressWarnings("NullAway.Init") // picocli refuses a call without it
    private String name;

    @Option(
            names = "--of",
            paramLabel = "KIND",
            description = "${COMPLETION-CANDIDATES}: where both have the name (fulfilment, transfer)")
    private @Nullable Owner owner;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec command;

    String name() {
        return name;
    }

    /** Where they are. */
    ApiPath path(Call call) {
        if (owner != null) {
            return owner.path().to(name);
        }
        List<Desk> all = Desk.all(call);
        List<Desk> named = all.stream().filter(desk -> desk.name().equals(name)).toList();
        return switch (named.size()) {
            case 1 -> named.getFirst().path();
            case 0 ->
                throw wrong("There is no " + name + "; there are "
                        + all.stream().map(Desk::name).distinct().collect(Collectors.joining(", ")) + ".");
            default -> throw wrong(name + " is a projection and a saga: say --of projections or --of sagas");
        };
    }

    private ParameterException wrong(String what) {
        return new ParameterException(command.commandLine(), what);
    }
}
