package dev.flagledger.command.user.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordProblemsTest {

    private static final String SHORT = "This password is too short. It must contain at least 8 characters.";
    private static final String COMMON = "This password is too common.";
    private static final String NUMERIC = "This password is entirely numeric.";

    @Test
    void allThatIsWrongIsSaidInTheContractsOrder() {
        assertThat(problems("12345")).isEqualTo(List.of(SHORT, COMMON, NUMERIC));
        assertThat(problems("93810274651")).isEqualTo(List.of(NUMERIC));
        assertThat(problems("PASSWORD")).as("in any case").isEqualTo(List.of(COMMON));
    }

    /** Some characters are surrogate pairs. */
    @Test
    void charactersAreCountedAsPeopleCountThem() {
        assertThat(problems("\ud83d\ude80".repeat(7))).isEqualTo(List.of(SHORT));
        assertThat(problems("\ud83d\ude80".repeat(8))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"deirdre!, first name", "raymonds, last name", "dee.dee.r@, email"})
    void whatItResemblesIsNamed(String password, String what) {
        assertThat(PasswordRules.problems(password, "dee.dee.r@x.test", "Deirdre", "Raymond"))
                .containsExactly("The password is too similar to the " + what + ".");
    }

    private static List<String> problems(String password) {
        return PasswordRules.problems(password, "dee@example.test", "Deirdre", "Ray");
    }
}
