package io.waybill.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The findings as a table, for people. */
final class FindingsText {
    private FindingsText() {}

    static String of(List<Finding> findings) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT, "%-12s %12s  %-24s %8s  %s%n", "", "events/rows", "checksum", "time", "result"));
        findings.forEach(finding -> text.append(row(finding)));
        long wrong = findings.stream().filter(finding -> !finding.isClean()).count();
        return text.append(
                        wrong == 0
                                ? "All is as it must be."
                                : wrong + " of " + findings.size() + " are NOT as they must be.")
                .toString();
    }

    private static String row(Finding finding) {
        String verdict = finding.isClean() ? "as it must be" : "NOT as it must be";
        String notes = finding.notes().isEmpty() ? "" : " (" + String.join(", ", finding.notes()) + ")";
        String row = String.format(
                Locale.ROOT,
                "%-12s %,12d  %-24s %6.1f s  %s%s%n",
                finding.subject(),
                finding.count(),
                finding.checksum(),
                finding.millis() / 1e3,
                verdict,
                notes);
        return row
                + finding.differences().stream().map(FindingsText::difference).collect(Collectors.joining());
    }

    private static String difference(Finding.Difference found) {
        return String.format(Locale.ROOT, "    %,d %s: %s%n", found.count(), found.kind(), examples(found));
    }

    private static String examples(Finding.Difference found) {
        String first = String.join("; ", found.examples());
        return found.count() > found.examples().size() ? first + "; …" : first;
    }
}
