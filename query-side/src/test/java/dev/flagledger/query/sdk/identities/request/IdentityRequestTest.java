package dev.flagledger.query.sdk.identities.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.environment.EnvironmentSettings;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentChanged;
import dev.flagledger.api.identity.Trait;
import dev.flagledger.contract.view.flag.Audience;
import dev.flagledger.engine.Shop;
import dev.flagledger.query.sdk.flags.SdkRequest;
import dev.flagledger.testing.Forms;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentityRequestTest {

    private static final TraitInput PRO = new TraitInput(null, "plan", Trait.Type.UNICODE, "pro", false);

    @Test
    void identifierAndTraitsAreRead() {
        assertThat(read("{'identifier': 'bob', 'traits': [{'trait_key': 'plan', 'trait_value': 'pro'}]}"))
                .isEqualTo(new IdentityRequest("bob", false, List.of(PRO)));
        assertThat(read("{'identifier': 'bob', 'transient': true}"))
                .isEqualTo(new IdentityRequest("bob", true, List.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            {}
            {'identifier': null, 'transient': null, 'traits': null}
            {'identifier': '', 'transient': false, 'traits': []}
            """)
    void theIdentifierIsOptional(String sent) {
        assertThat(read(sent)).isEqualTo(new IdentityRequest(null, false, List.of()));
    }

    @Test
    void theLastOfTwoTraitsWithTheSameKeyCounts() {
        var request = read("{'traits': [{'trait_key': 'plan', 'trait_value': 'free'},"
                + " {'trait_key': 'age', 'trait_value': 42}, {'trait_key': 'plan', 'trait_value': 'pro'}]}");

        assertThat(request.traits()).containsExactly(PRO, new TraitInput(null, "age", Trait.Type.INT, "42", false));
    }

    @Test
    void traitsAreIgnoredFromApplicationsThatMayNotSetThem() {
        var reported = new IdentityRequest("bob", true, List.of(PRO));

        assertThat(reported.permittedTo(client(false))).isEqualTo(new IdentityRequest("bob", true, List.of()));
        assertThat(reported.permittedTo(client(true))).isEqualTo(reported);
    }

    private static SdkRequest client(boolean maySetTraits) {
        var history = Shop.withBasket();
        var settings = Shop.settings("Live", "key-5");
        history.then(new EnvironmentChanged(
                Shop.LIVE,
                new EnvironmentSettings(
                        settings.name(),
                        settings.apiKey(),
                        null,
                        null,
                        maySetTraits,
                        null,
                        null,
                        null,
                        true,
                        false,
                        true,
                        List.of())));
        var project = history.state().project(Shop.PROJECT).orElseThrow();
        return new SdkRequest(history.state(), project, project.environment(Shop.LIVE), Audience.CLIENT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            {'identifier': 'bob'}                                                                    ; false
            {'identifier': 'bob', 'traits': [{'trait_key': 'k', 'trait_value': 1}]}                  ; false
            {'identifier': 'bob', 'transient': true}                                                 ; true
            {'traits': [{'trait_key': 'k'}, {'trait_key': 'l', 'trait_value': 1, 'transient': true}]} ; true
            """)
    void transientIdentitiesAndTraitsAreRecognised(String sent, boolean isTransient) {
        assertThat(read(sent).hasTransients()).isEqualTo(isTransient);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            'pro'      ; UNICODE ; pro
            ''         ; UNICODE ; ``
            42         ; INT     ; 42
            -7         ; INT     ; -7
            1.50       ; FLOAT   ; 1.5
            1e3        ; FLOAT   ; 1000.0
            true       ; BOOL    ; true
            [1, 'a']   ; UNICODE ; [1, 'a']
            {'a': null} ; UNICODE ; {'a': None}
            null       ;         ;
            """)
    void aValueHasItsJsonType(String sent, Trait.@Nullable Type type, @Nullable String value) {
        assertThat(read("{'traits': [{'trait_key': 'k', 'trait_value': " + sent + ", 'transient': true}]}")
                        .traits())
                .containsExactly(new TraitInput(null, "k", type, value, true));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            {'traits': [{'trait_value': 1}]}                              ; {traits=[{trait_key=[This field is required.]}]}
            {'traits': [{'trait_key': '', 'trait_value': 1}]}             ; {traits=[{trait_key=[This field may not be blank.]}]}
            {'traits': [{'trait_key': 'k', 'trait_value': 2147483648}]}   ; {traits=[{trait_value=[Ensure this value is less than or equal to 2147483647.]}]}
            {'traits': [{'trait_key': 'k', 'trait_value': 1e999}]}        ; {traits=[{trait_value=[A valid number is required.]}]}
            {'traits': [{'trait_key': 'k', 'transient': 'so'}]}           ; {traits=[{transient=[Must be a valid boolean.]}]}
            {'traits': 'plan'}                                            ; {traits={non_field_errors=[Expected a list of items but got type "str".]}}
            {'identifier': true}                                          ; {identifier=[Not a valid string.]}
            """)
    void invalidRequestsAreRefused(String sent, String problems) {
        assertThat(Forms.problems(() -> read(sent))).isEqualTo(problems);
    }

    /** Counted in code points, of which some are two {@code char}s. */
    @Test
    void aTextHasAtMostTwoThousandCharacters() {
        var longest = "\ud83d\ude00".repeat(2_000);

        assertThat(read("{'traits': [{'trait_key': 'k', 'trait_value': '" + longest + "'}]}")
                        .traits())
                .hasSize(1);
        assertThat(Forms.problems(() -> read("{'traits': [{'trait_key': 'k', 'trait_value': '" + longest + "x'}]}")))
                .isEqualTo("{traits=[{trait_value=[Value string is too long. Must be less than 2000 character]}]}");
    }

    private static IdentityRequest read(String sent) {
        return IdentityRequest.read(Forms.of(sent));
    }
}
