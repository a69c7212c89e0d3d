package dev.flagledger.command.invite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.engine.Shop;
import org.junit.jupiter.api.Test;

class InviteMailTest {

    private static final String LINK = "https://flags.ex.test/invite/abc";

    @Test
    void itSaysWhoInvitesWhereTo() {
        var ana = Shop.open().state().user(Shop.ANA).orElseThrow();

        assertThat(InviteMail.subject("Acme")).isEqualTo("Invitation to Acme");
        assertThat(InviteMail.text("Acme", ana, LINK))
                .contains("ana@example.test has invited you to join the organisation \"Acme\" in Flagledger.")
                .contains("\n" + LINK + "\n");
        assertThat(InviteMail.text("Acme", null, LINK)).contains("You are invited to join");
    }

    @Test
    void theNameOfAnOrganisationIsNoMessageOfItsOwn() {
        var text = InviteMail.text("Acme\nPay at https://evil.ex.test" + "!".repeat(1_000), null, LINK);

        assertThat(text).contains("\"Acme Pay at").doesNotContain("!".repeat(100));
    }
}
