package io.waybill.cli.call;

import java.net.URI;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option that says where Waybill is. */
public final class Server {
    @Option(
            names = "--url",
            paramLabel = "URL",
            order = ApiCommand.LATER,
            defaultValue = "${env:WAYBILL_URL:-http://127.0.0.1:8080}",
            description = "Where Waybill is (default: $WAYBILL_URL, or port 8080 of this machine)")
    private URI url = URI.create("");

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec command;

    /** @throws ParameterException if it is no address of a server */
    public URI url() {
        if (url.getHost() == null || !String.valueOf(url.getScheme()).matches("https?")) {
            throw new ParameterException(command.commandLine(), "--url has to be like http://127.0.0.1:8080");
        }
        return url;
    }
}
