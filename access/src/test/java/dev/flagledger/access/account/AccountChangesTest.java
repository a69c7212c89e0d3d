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
}
