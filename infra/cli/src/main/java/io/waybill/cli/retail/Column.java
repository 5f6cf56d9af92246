package io.waybill.cli.retail;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The columns of the format, in their order, and what may stand in each. */
enum Column {
    INVOICE_NO("InvoiceNo", "[0-9]{1,12}|[CA][0-9]{1,12}", "digits, with a C or an A before them or not"),
    STOCK_CODE("StockCode", "[A-Za-z0-9][A-Za-z0-9 ._-]{0,63}", "1 to 64 letters, digits, spaces, dots, hyphens"),
    DESCRIPTION("Description", "(?s).{0,200}", "at most 200 characters"),
    QUANTITY("Quantity", "-?[0-9]{1,9}", "a whole number"),
    INVOICE_DATE("InvoiceDate", "[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}", "like 2010-12-01 08:26:00"),
    UNIT_PRICE("UnitPrice", "-?[0-9]{1,12}(\\.[0-9]{1,9})?", "a decimal number, like 2.55"),
    CUSTOMER_ID("CustomerID", "([0-9]{1,12}(\\.0)?)?", "digits, or nothing"),
    COUNTRY("Country", ".{1,60}", "1 to 60 characters");

    static final List<String> HEADER =
            Arrays.stream(values()).map(column -> column.title).toList();

    private static final int LONGEST_QUOTE = 40;

    final String title;
    private final Pattern allowed;
    private final String words;

    Column(String title, String allowed, String words) {
        this.title = title;
        this.allowed = Pattern.compile(allowed);
        this.words = words;
    }

    /** The value without the blanks around it. */
    String check(String cell, long line) throws NotTheFormat {
        String value = cell.strip();
        if (!allowed.matcher(value).matches()) {
            throw refusal(value, line);
        }
        return value;
    }

    NotTheFormat refusal(String value, long line) {
        String quoted = value.length() <= LONGEST_QUOTE ? value : value.substring(0, LONGEST_QUOTE) + "…";
        return new NotTheFormat(line, title, "\"" + quoted.replaceAll("\\p{Cntrl}", "?") + "\" is not " + words);
    }
}
