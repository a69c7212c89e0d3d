package dev.flagledger.command.user.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Passwords of a user named Deirdre Ray. */
class PasswordRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"dee.ray@example.test", "DEE.RAY@EXAMPLE.TEST", "tset.elpmaxe@yar.eed", "deirdre1", "1erdried"})
    void whatIsMadeOfTheSameCharactersIsTooSimilar(String password) {
        assertThat(PasswordRules.problems(password, "dee.ray@example.test", "Deirdre", "Ray"))
                .singleElement()
                .asString()
                .startsWith("The password is too similar to the ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"un-guess-able 7", "ray of light over water", "correct horse battery", ""})
    void anythingElseIsNot(String password) {
        assertThat(PasswordRules.problems(password, "dee.ray@example.test", "Deirdre", "Ray"))
                .isEmpty();
    }
}
