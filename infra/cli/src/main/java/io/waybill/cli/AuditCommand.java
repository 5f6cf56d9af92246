package io.waybill.cli;

import picocli.CommandLine.Command;

/** {@code waybill audit}: what can be asked of history. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = "Checks what history says.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = AuditVerifyCommand.class)
public final class AuditCommand {}
