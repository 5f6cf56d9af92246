package io.waybill.cli;

/** What the commands end with. A wrong option ends with 2 as well: that is picocli's own. */
public final class ExitCodes {
    public static final int DONE = 0;
    /** It ended, but not as it should: orders were refused or are still open, a rebuilt view is not what it was. */
    public static final int NOT_AS_IT_SHOULD_BE = 1;
    /** The input is not what it should be; nothing was sent. */
    public static final int BAD_INPUT = 2;
    /** Waybill does not answer, or refuses what it should not. */
    public static final int UNREACHABLE = 3;
    /** By Ctrl-C, as shells count it. */
    public static final int INTERRUPTED = 130;

    private ExitCodes() {}
}
