package io.waybill.cli.projection;

import picocli.CommandLine.Command;

/** {@code waybill pause}. */
@Command(
        name = "pause",
        description = {
            "Stops a projection where it is, until 'waybill resume'.",
            "It stands still on every node, and over restarts."
        },
        footer = "  waybill pause ordersearch --reason 'Elasticsearch is upgraded'")
public final class PauseCommand extends Control {
    @Override
    String done(Projection projection) {
        return "is paused at event " + projection.number("position");
    }
}
