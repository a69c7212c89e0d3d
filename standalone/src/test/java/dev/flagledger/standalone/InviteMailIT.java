package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Mails to people who join, or whose account changes, as a mail server receives them. */
class InviteMailIT {

    private static final MailServer MAILS = MailServer.start();
    private static final TestServer SERVER = MAILS.server(Map.of("flagledger.account.email-activation", "true"));

    private final String email = "bo-" + UUID.randomUUID() + "@example.test";

    @AfterAll
    static void stop() {
        SERVER.close();
        MAILS.close();
    }

    @Test
    void anInviteIsMailedAndItsLinkLetsThePersonJoin() {
        var shop = Shop.by(activated("ana-" + email));
        var invites = "organisations/" + shop.organisation() + "/invites/";

        var invited = shop.ana().post(invites, Map.of("email", email)).ok();

        assertThat(invited.has("link"))
                .as("whoever invites does not see what is mailed")
                .isFalse();
        assertThat(shop.ana().get(invites).text()).doesNotContain("/invite/");
        var hash = linkIn(onlyMail(email), "/invite/");
        var bo = activated(email);
        assertThat(bo.post("users/join/" + hash + "/", Map.of()).status()).isEqualTo(200);
        assertThat(bo.get("organisations/").ok().get("count").asInt()).isEqualTo(1);
    }

    @Test
    void anAccountIsActivatedByTheLinkOfAMail() {
        var registered = register(email);
        assertThat(registered.get("auth/users/me/").status()).isEqualTo(401);

        activate(onlyMail(email));

        assertThat(registered.get("auth/users/me/").status()).isEqualTo(200);
    }

    @Test
    void theFormerAddressIsToldOfAnother() {
        var bo = activated(email);
        var other = "new-" + email;

        var moved =
                bo.post("auth/users/set_email/", Map.of("new_email", other, "current_password", KnownPerson.PASSWORD));

        assertThat(moved.status()).as(moved.text()).isEqualTo(204);
        await().until(() -> MAILS.subjects(email).contains("Your e-mail address was changed"));
        assertThat(MAILS.subjects(other)).isEmpty();
    }

    private static Api activated(String address) {
        var user = register(address);
        await().until(() -> MAILS.texts(address).stream().anyMatch(text -> text.contains("/activate/")));
        activate(MAILS.texts(address).getLast());
        return user;
    }

    private static Api register(String address) {
        var account = Map.of("email", address, "password", KnownPerson.PASSWORD, "first_name", "Bo", "last_name", "Ek");
        var key = SERVER.api().post("auth/users/", account).ok().get("key").asString();
        return SERVER.api().with("Authorization", "Token " + key);
    }

    private static void activate(String mail) {
        var parts = linkIn(mail, "/activate/").split("/", -1);
        var confirmed = SERVER.api().post("auth/users/activation/", Map.of("uid", parts[0], "token", parts[1]));
        assertThat(confirmed.status()).isEqualTo(204);
    }

    private static String onlyMail(String address) {
        return await().until(() -> MAILS.texts(address), mails -> mails.size() == 1)
                .getFirst();
    }

    /** What follows this part of the path in the link of a mail. */
    private static String linkIn(String mail, String path) {
        assertThat(mail).contains("https://flags.ex.test" + path);
        return mail.replaceFirst("(?s).*https://flags\\.ex\\.test" + path + "(\\S+).*", "$1");
    }
}
