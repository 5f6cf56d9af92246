package io.waybill.cli.projection;

import picocli.CommandLine.Command;

/** {@code waybill resume}. */
@Command(
        name = "resume",
        description = "Lets a paused projection go on where it is.",
        footer = "  waybill resume ordersearch")
public final class ResumeCommand extends Control {
    @Override
    String done(Projection projection) {
        return "goes on from event " + projection.number("position");
    }
}
