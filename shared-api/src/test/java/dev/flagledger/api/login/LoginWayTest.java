package dev.flagledger.api.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoginWayTest {

    @ParameterizedTest
    @EnumSource
    void aWayIsReadBackFromItsKey(LoginMethod method) {
        assertThat(LoginWay.ofKey(LoginWay.by(method).key())).isEqualTo(LoginWay.by(method));
        assertThat(LoginWay.ofKey(LoginWay.by(method, 12, 7).key())).isEqualTo(LoginWay.by(method, 12, 7));
    }

    @Test
    void keysTellWaysApart() {
        assertThat(LoginWay.EMAIL.key()).isEqualTo("EMAIL");
        assertThat(LoginWay.by(LoginMethod.SAML, 3, 7).key()).isEqualTo("SAML.3.7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "email", "SAML.", "SAML.3", "SAML.3.x", "SAML.3.4.5", ".3.4"})
    void otherTextsAreNoKeys(String key) {
        assertThatIllegalArgumentException().isThrownBy(() -> LoginWay.ofKey(key));
    }
}
