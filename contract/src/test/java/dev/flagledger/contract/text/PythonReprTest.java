package dev.flagledger.contract.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** The right side is what {@code str(json.loads(left))} gives in Python. */
class PythonReprTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            "pro"                   ; pro
            "it's"                  ; it's
            null                    ; None
            true                    ; True
            false                   ; False
            -7                      ; -7
            123456789012345678901   ; 123456789012345678901
            1.50                    ; 1.5
            1e20                    ; 1e+20
            1e999                   ; inf
            -1e999                  ; -inf
            []                      ; []
            {}                      ; {}
            ["a",1,null,true]       ; ['a', 1, None, True]
            {"a":{"b":[1.0]}}       ; {'a': {'b': [1.0]}}
            ["it's"]                ; ["it's"]
            ["say \\"hi\\""]        ; ['say "hi"']
            ["it's \\"so\\""]       ; ['it\\'s "so"']
            ["a\\\\b\\n\\r\\t"]     ; ['a\\\\b\\n\\r\\t']
            ["\\u0000\\u007f"]      ; ['\\x00\\x7f']
            ["\\u00a0\\u00ad"]      ; ['\\xa0\\xad']
            ["\\u200b\\u2028"]      ; ['\\u200b\\u2028']
            ["\\ud83d\\ude80"]      ; ['\ud83d\ude80']
            ["\\udb40\\udc01"]      ; ['\\U000e0001']
            ["\u00fc"]              ; ['\u00fc']
            """)
    void valuesArePrintedAsByPython(String json, String printed) {
        assertThat(PythonRepr.print(JSON.readTree(json))).isEqualTo(printed);
    }
}
