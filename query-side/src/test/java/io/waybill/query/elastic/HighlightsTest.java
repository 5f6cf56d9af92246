package io.waybill.query.elastic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HighlightsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            lantern       | METAL LANTERN        | METAL <em>LANTERN</em>
            lantren       | METAL LANTERN        | METAL <em>LANTERN</em>
            antern        | METAL LANTERN        | -
            lan           | METAL LANTERN        | METAL <em>LANTERN</em>
            lan metal     | METAL LANTERN        | <em>METAL</em> LANTERN
            met           | a met b              | a <em>met</em> b
            mot           | a met b              | -
            chalkbaord    | <b>CHALKBOARD</b>    | &lt;b&gt;<em>CHALKBOARD</em>&lt;/b&gt;
            chlkbaord     | CHALKBOARD           | <em>CHALKBOARD</em>
            chlkbard      | CHALKBOARD           | <em>CHALKBOARD</em>
            chlkbrd       | CHALKBOARD           | -
            t-light       | HEART T-LIGHT HOLDER | HEART <em>T</em>-<em>LIGHT</em> HOLDER
            .*            | a.*                  | -
            """)
    void what_people_have_written_is_shown_where_it_matches(String words, String text, String shown) {
        assertThat(new Highlights(words).text("f", text).all())
                .isEqualTo(shown == null ? Map.of() : Map.of("f", List.of(shown)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            85123a   | 85123A      | <em>85123A</em>
            851      | 85123A      | <em>85123A</em>
            85       | 85123A      | -
            85124a   | 85123A      | -
            mug-1    | MUG-1       | <em>MUG</em>-<em>1</em>
            mug-1    | MUG-2       | -
            2024     | ORD-2024-17 | ORD-<em>2024</em>-17
            """)
    void an_identifier_is_shown_as_written_or_from_its_beginning(String words, String value, String shown) {
        assertThat(new Highlights(words).identifier("f", value).all())
                .isEqualTo(shown == null ? Map.of() : Map.of("f", List.of(shown)));
    }

    @ParameterizedTest
    @CsvSource({"red, 3", "blue, 0"})
    void of_many_pieces_the_first_are_shown(String word, int shown) {
        List<String> texts = List.of("red a", "red b", "red c", "red d");

        assertThat(new Highlights(word).texts("f", texts).all().getOrDefault("f", List.of()))
                .hasSize(shown);
    }
}
