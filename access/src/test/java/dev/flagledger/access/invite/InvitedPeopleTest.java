package dev.flagledger.access.invite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.access.secret.Accounts;
import dev.flagledger.access.secret.CredentialChanges;
import dev.flagledger.installation.id.Ids;
import dev.flagledger.ledger.secret.InstallationKey;
import dev.flagledger.ledger.secret.InstallationSecret;
import dev.flagledger.ledger.secret.KeyedDigest;
import dev.flagledger.testing.TestDatabase;
import dev.flagledger.testing.TestFold;
import dev.flagledger.testing.TestNode;
import dev.flagledger.testing.TestRefusals;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;

class InvitedPeopleTest {

    private static final TestNode NODE = TestNode.on(
            TestDatabase.fresh().migrated(),
            TestFold.class,
            TestRefusals.class,
            Encoder.class,
            Ids.class,
            CredentialChanges.class,
            InstallationSecret.class,
            InstallationKey.class,
            KeyedDigest.class,
            Accounts.class,
            InvitedPeople.class);

    private final InvitedPeople people = NODE.get(InvitedPeople.class);

    @AfterAll
    static void close() {
        NODE.close();
    }

    @Test
    void aPersonWithAnAccountHasItsId() {
        NODE.get(Accounts.class).open(1_000_001, "jane@ex.test", "hash");

        assertThat(people.idOf("Jane@ex.test")).isEqualTo(1_000_001);
    }

    @Test
    void aPersonWithoutAnAccountGetsTheIdThatTheAccountWillHave() {
        int id = people.idOf("bo@ex.test");

        assertThat(people.idOf("Bo@Ex.test")).isEqualTo(id);
        assertThat(people.takeId("BO@ex.test")).isEqualTo(id);
    }

    @Test
    void anIdIsGivenToOneAccount() {
        int id = people.idOf("li@ex.test");
        assertThat(people.takeId("li@ex.test")).isEqualTo(id);

        assertThat(people.takeId("li@ex.test")).isNotEqualTo(id);
    }

    @Test
    void aPersonIsForgottenOnceAndGetsAnotherIdThen() {
        int id = people.idOf("jo@ex.test");
        assertThat(people.withoutAccount("Jo@ex.test")).contains(id);

        assertThat(people.forget(id, "jo@ex.test")).isTrue();

        assertThat(people.forget(id, "jo@ex.test")).isFalse();
        assertThat(people.withoutAccount("jo@ex.test")).isEmpty();
        assertThat(people.idOf("jo@ex.test")).isNotEqualTo(id);
    }

    /** Users may change their addresses. */
    @Test
    void anAddressThatAnAccountHasTakenIsNotForgotten() {
        int id = people.idOf("al@ex.test");
        NODE.get(Accounts.class).open(1_000_002, "al@ex.test", "hash");

        assertThat(people.withoutAccount("Al@ex.test")).isEmpty();
        assertThat(people.forget(id, "Al@ex.test")).isFalse();
    }

    @Test
    void aPersonWhoIsNotInvitedGetsANewId() {
        assertThat(people.takeId("eve@ex.test")).isNotEqualTo(people.takeId("eve@ex.test"));
    }

    static class Encoder {
        @Bean
        PasswordEncoder encoder() {
            return Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8();
        }
    }
}
