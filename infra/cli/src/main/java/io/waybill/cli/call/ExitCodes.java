package io.waybill.cli.call;

import io.waybill.cli.api.GaveUp;
import picocli.CommandLine.Command;

/**
 * What the commands end with. A wrong option ends with 2 as well: that is picocli's own. As a mixin it puts the table into a
 * command's help.
 */
@Command(
        exitCodeListHeading = "%nEnds with%n",
        exitCodeList = {
            "0:done, and as it should be",
            "1:done or looked at, but not as it should be; it is said how",
            "2:an option is wrong, or there is no such thing; nothing was done",
            "3:Waybill does not answer",
            "4:refused: somebody else is at it, or its state forbids it; nothing was done",
            "130:interrupted; what was asked for goes on"
        })
public final class ExitCodes {
    public static final int DONE = 0;
    /** It ended, but not as it should: orders were refused or are still open, a rebuilt view is not what it was. */
    public static final int NOT_AS_IT_SHOULD_BE = 1;
    /** The input is not what it should be, or names what there is not; nothing was sent, or nothing came of it. */
    public static final int BAD_INPUT = 2;
    /** Waybill does not answer, or fails. */
    public static final int UNREACHABLE = 3;
    /** Possible at another time, or for somebody else. */
    public static final int REFUSED = 4;
    /** By Ctrl-C, as shells count it. */
    public static final int INTERRUPTED = 130;

    private static final int FIRST_REFUSAL = 400;
    private static final int FIRST_FAILURE = 500;

    /** What a command ends with that got no answer, or a problem. */
    int of(GaveUp failure) {
        if (failure.isUnreachable() || failure.status() >= FIRST_FAILURE) {
            return UNREACHABLE;
        }
        return switch (failure.status()) {
            case 401, 403, 409, 412, 428, 429 -> REFUSED;
            default -> failure.status() >= FIRST_REFUSAL ? BAD_INPUT : NOT_AS_IT_SHOULD_BE;
        };
    }
}
