package dev.flagledger.access.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.access.account.MailedTokens.Limit;
import dev.flagledger.access.account.MailedTokens.Purpose;
import dev.flagledger.access.account.MailedTokens.Use;
import dev.flagledger.access.http.GuardedServer;
import dev.flagledger.access.secret.Accounts;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AccountChangesTest {

    private static final Accounts ACCOUNTS = GuardedServer.bean(Accounts.class);
    private static final AccountChanges CHANGES = GuardedServer.bean(AccountChanges.class);
    private static final MailedTokens TOKENS = GuardedServer.bean(MailedTokens.class);

    @Test
    void aNewPasswordEndsTheOldOneAndWhateverTokenThereIs() {
        var token = ACCOUNTS.open(21, "jo@ex.test", ACCOUNTS.hash("the old password"));
        var use = new Use(21, Purpose.PASSWORD_RESET, "");
        var mailed = TOKENS.draw(use, new Limit(1, Duration.ofDays(1))).orElseThrow();

        CHANGES.changePassword(21, ACCOUNTS.hash("the new password"));

        assertThat(ACCOUNTS.byToken(token)).isEmpty();
        assertThat(TOKENS.isValid(use, mailed)).isFalse();
        assertThat(ACCOUNTS.logIn("jo@ex.test", "the old password")).isEmpty();
        assertThat(ACCOUNTS.logIn("jo@ex.test", "the new password")).isPresent();
    }

    @Test
    void aNewAddressEndsTheTokenAndThoseInMails() {
        var token = ACCOUNTS.open(22, "old@ex.test", ACCOUNTS.hash("the old password"));
        var use = new Use(22, Purpose.PASSWORD_RESET, "");
        var mailed = TOKENS.draw(use, new Limit(1, Duration.ofDays(1))).orElseThrow();

        CHANGES.changeEmail(22, "New@ex.test");

        assertThat(ACCOUNTS.byEmail("old@ex.test")).isEmpty();
        assertThat(ACCOUNTS.byEmail("new@ex.test")).isPresent();
        assertThat(ACCOUNTS.byToken(token)).isEmpty();
        assertThat(TOKENS.isValid(use, mailed)).isFalse();
    }

    @Test
    void whatOpenedADeactivatedAccountDoesNotOpenItAgain() {
        var token = ACCOUNTS.open(23, "stolen@ex.test", ACCOUNTS.hash("the old password"));
        var use = new Use(23, Purpose.PASSWORD_RESET, "");
        var mailed = TOKENS.draw(use, new Limit(1, Duration.ofDays(1))).orElseThrow();

        CHANGES.changeActive(23, false);
        CHANGES.changeActive(23, true);

        assertThat(ACCOUNTS.isActive(23)).isTrue();
        assertThat(ACCOUNTS.byToken(token)).isEmpty();
        assertThat(TOKENS.isValid(use, mailed)).isFalse();
        assertThat(ACCOUNTS.logIn("stolen@ex.test", "the old password")).isPresent();
    }

    @Test
    void anActivationEndsNothing() {
        var token = ACCOUNTS.open(24, "active@ex.test", ACCOUNTS.hash("the old password"));

        CHANGES.changeActive(24, true);

        assertThat(ACCOUNTS.byToken(token)).isPresent();
    }

    @Test
    void anAddressIsProvenUntilItChanges() {
        ACCOUNTS.open(25, "proven@ex.test", null);
        var proven = new Accounts.Account(25, "proven@ex.test");
        var moved = new Accounts.Account(25, "moved@ex.test");
        assertThat(ACCOUNTS.hasProvenAddress(proven)).isFalse();

        CHANGES.proveAddress(25);
        assertThat(ACCOUNTS.hasProvenAddress(proven)).isTrue();
        assertThat(ACCOUNTS.hasProvenAddress(moved)).isFalse();

        CHANGES.changeEmail(25, "moved@ex.test");
        assertThat(ACCOUNTS.hasProvenAddress(moved)).isFalse();
    }

    @Test
    void aRemovedPasswordOpensNothing() {
        var token = ACCOUNTS.open(26, "past@ex.test", ACCOUNTS.hash("the old password"));

        CHANGES.removePassword(26);

        assertThat(ACCOUNTS.byToken(token)).isEmpty();
        assertThat(ACCOUNTS.logIn("past@ex.test", "the old password")).isEmpty();
        assertThat(ACCOUNTS.hasPassword(26)).isFalse();
    }
}
