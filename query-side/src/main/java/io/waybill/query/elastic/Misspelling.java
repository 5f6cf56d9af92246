package io.waybill.query.elastic;

/**
 * Words that differ by few letters: one left out, put in, replaced, or changed over with its neighbour is one (the optimal
 * string alignment distance, as Elasticsearch's fuzzy queries measure it). The first letter is always right.
 */
final class Misspelling {
    /** A letter wrong in words of four letters and more, two from eight on: else short words are like any other. */
    static final String FUZZINESS = "AUTO:4,8";

    /** Letters that have to be right. */
    static final int PREFIX = 1;

    private static final int ONE_FROM = 4;
    private static final int TWO_FROM = 8;

    private Misspelling() {}

    static boolean isOne(String asked, String word) {
        int allowed = asked.length() < ONE_FROM ? 0 : asked.length() < TWO_FROM ? 1 : 2;
        return allowed > 0
                && Math.abs(asked.length() - word.length()) <= allowed
                && !word.isEmpty()
                && asked.charAt(0) == word.charAt(0)
                && distance(asked, word) <= allowed;
    }

    private static int distance(String a, String b) {
        int[][] costs = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                costs[i][j] = i == 0 || j == 0 ? i + j : cheapest(a, b, i, j, costs);
            }
        }
        return costs[a.length()][b.length()];
    }

    private static int cheapest(String a, String b, int i, int j, int[][] costs) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int cost = Math.min(costs[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(costs[i - 1][j], costs[i][j - 1]));
        boolean changedOver =
                i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return changedOver ? Math.min(cost, costs[i - 2][j - 2] + 1) : cost;
    }
}
