package io.waybill.cli.terminal;

/** What a word is to be taken for, at a glance. */
public enum Tone {
    PLAIN(""),
    GOOD("32"),
    WARNING("33"),
    BAD("31"),
    TITLE("1");

    /** What a text may have of them. */
    static final String ESCAPES = "\u001b\\[[0-9;]*m";

    private static final String ESCAPE = "\u001b[";

    private final String code;

    Tone(String code) {
        this.code = code;
    }

    /** The text in this tone, where there are colours. */
    public String of(String text, Screen screen) {
        return code.isEmpty() || !screen.colour() || text.isBlank() ? text : ESCAPE + code + "m" + text + ESCAPE + "0m";
    }
}
