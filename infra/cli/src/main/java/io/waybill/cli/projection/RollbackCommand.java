package io.waybill.cli.projection;

import picocli.CommandLine.Command;

/** {@code waybill rollback}. */
@Command(
        name = "rollback",
        description = {
            "Has readers served by the generation before the last rebuild.",
            "It has gone on following, so nothing is missing in it. 'waybill projections NAME' shows how long it is"
                    + " kept."
        },
        footer = "  waybill rollback ordersummary --reason 'totals are wrong'")
public final class RollbackCommand extends Control {
    @Override
    String done(Projection projection) {
        return "is served by generation " + projection.number("generation");
    }
}
