package dev.flagledger.access.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.access.secret.TestAccounts;
import dev.flagledger.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginSealTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh().migrated();
    private static final OidcLogin LOGIN = new OidcLogin(7, "a-state", "a-nonce", "a-verifier", 4_000_000_000L);

    private final LoginSeal seal = new LoginSeal(TestAccounts.key(DATABASE));

    @Test
    void aSealedLoginIsOpenedByAnotherNode() {
        var sealed = seal.seal(LOGIN);

        assertThat(sealed).matches("[A-Za-z0-9_-]+");
        assertThat(new LoginSeal(TestAccounts.key(DATABASE)).open(sealed)).hasValue(LOGIN);
    }

    @Test
    void aChangedLoginIsNotOpened() {
        var sealed = seal.seal(LOGIN);
        var changed = (sealed.charAt(20) == 'A' ? 'B' : 'A') + sealed.substring(21);

        assertThat(seal.open(sealed.substring(0, 20) + changed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "\u00fc", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void otherTextIsNotOpened(String text) {
        assertThat(seal.open(text)).isEmpty();
    }
}
