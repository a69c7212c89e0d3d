package dev.flagledger.query.sdk.ofrep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.flagledger.api.identity.Trait;
import dev.flagledger.query.sdk.identities.request.IdentityRequest;
import dev.flagledger.query.sdk.identities.request.TraitInput;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class OfrepContextTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{'context': null}", "{'context': {}}", "{'context': {'targetingKey': null, 'plan': null}}"
            })
    void withoutATargetingKeyTheIdentifierIsEmpty(String body) {
        assertThat(read(body)).isEqualTo(new IdentityRequest("", true, List.of()));
    }

    @Test
    void theTargetingKeyIsTheIdentifierAndEverythingElseATransientTrait() {
        var request = read("{'context': {'plan': 'pro', 'targetingKey': 'bob', 'age': 42}}");

        assertThat(request)
                .isEqualTo(new IdentityRequest(
                        "bob",
                        true,
                        List.of(trait("plan", Trait.Type.UNICODE, "pro"), trait("age", Trait.Type.INT, "42"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            true                ; BOOL    ; true
            42                  ; INT     ; 42
            2147483648          ; FLOAT   ; 2147483648
            1.5                 ; FLOAT   ; 1.5
            ''                  ; UNICODE ; ``
            {'a':[1]}           ; UNICODE ; {"a":[1]}
            ['a']               ; UNICODE ; ["a"]
            """)
    void anAttributeHasItsJsonType(String value, Trait.Type type, String text) {
        assertThat(read("{'context': {'k': " + value + "}}").traits()).containsExactly(trait("k", type, text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'context': 'bob'}",
                "{'context': []}",
                "{'context': {'targetingKey': 7}}",
                "{'context': {'targetingKey': {}}}",
                "{'context': {'k': 'a\\u0000b'}}",
                "{'context': {'a\\u0000b': 1}}"
            })
    void invalidContextsAreRefused(String body) {
        assertThatExceptionOfType(InvalidContext.class)
                .isThrownBy(() -> read(body))
                .matches(refused -> refused.code().equals("INVALID_CONTEXT"));
    }

    @ParameterizedTest
    @CsvSource({"targetingKey, 2000", "k, 2000"})
    void textsHaveAMaximumLength(String key, int longest) {
        assertThat(read(of(key, longest)).isTransient()).isTrue();
        assertThatExceptionOfType(InvalidContext.class).isThrownBy(() -> read(of(key, longest + 1)));
    }

    private static String of(String key, int length) {
        return "{'context': {'" + key + "': '" + "x".repeat(length) + "'}}";
    }

    private static TraitInput trait(String key, Trait.Type type, String value) {
        return new TraitInput(null, key, type, value, true);
    }

    private static IdentityRequest read(String body) {
        return OfrepContext.read(JSON.readTree(body.replace('\'', '"')));
    }
}
