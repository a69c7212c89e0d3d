package dev.flagledger.access.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AccountSettingsTest {

    @Test
    void whatTheTokensInTheDatabaseCouldNotShowIsNoLimit() {
        assertThatThrownBy(() -> settings(0, Duration.ofHours(1))).hasMessageContaining("RESET_MAILS");
        assertThatThrownBy(() -> settings(5, Duration.ofDays(4))).hasMessageContaining("RESET_PERIOD");
        assertThat(settings(2, Duration.ofHours(1)).resetLimit())
                .isEqualTo(new MailedTokens.Limit(2, Duration.ofHours(1)));
    }

    private static AccountSettings settings(int mails, Duration period) {
        return new AccountSettings(false, false, false, false, mails, period);
    }
}
