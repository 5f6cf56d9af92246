package io.waybill.cli;

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code waybill completion}: what a shell needs to complete commands and options. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = {
            "Prints what bash or zsh needs to complete all this.",
            "Commands and options, with the tabulator key."
        },
        footerHeading = "%nExamples%n",
        footer = {
            "  source <(./waybill completion)",
            "  ./waybill completion > ~/.local/share/bash-completion/completions/waybill"
        })
public final class CompletionCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec command;

    @Override
    public void run() {
        CommandLine root = command.root().commandLine();
        command.commandLine().getOut().print(AutoComplete.bash(root.getCommandName(), root));
        command.commandLine().getOut().flush();
    }
}
