package dev.flagledger.command.user.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.engine.state.organisation.User;
import dev.flagledger.testing.Forms;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Section 1.6 of the admin contract. */
class NewPasswordTest {

    private static final User ANA =
            new User(1, new UUID(0, 1), "ana@example.test", "Anastasia", "Lee", Instant.EPOCH, null);

    @Test
    void theSameTwiceIsTaken() {
        var password = NewPassword.of(
                Forms.of("{\"new_password\":\" un-guess-able 7\",\"re_new_password\":\" un-guess-able 7\"}"));

        assertThat(password.text()).isEqualTo(" un-guess-able 7");
        password.requireUnlike(ANA);
        assertThat(password).hasToString("NewPassword[]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                          | {new_password=[This field is required.], re_new_password=[This field is required.]}
            {"new_password":"un-guess-able 7","re_new_password":""}     | {re_new_password=[This field may not be blank.]}
            {"new_password":"1234567","re_new_password":"1234567"}      | {new_password=[This password is too short. It must contain at least 8 characters., This password is too common., This password is entirely numeric.]}
            {"new_password":"un-guess-able 7","re_new_password":"un-guess-able 8"} | {non_field_errors=[The two password fields didn't match.]}
            """)
    void whatIsWrongIsTold(String form, String problems) {
        assertThatThrownBy(() -> NewPassword.of(Forms.of(form))).hasMessage(problems);
    }

    @Test
    void whatIsLikeTheUserIsRefused() {
        assertThatThrownBy(() -> new NewPassword("anastasia1").requireUnlike(ANA))
                .hasMessage("{new_password=[The password is too similar to the first name.]}");
    }
}
