package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flagledger.api.event.UserEvent;
import dev.flagledger.api.login.LoginWay;
import dev.flagledger.api.user.AccountCommand.ChangeSuperuser;
import dev.flagledger.ledger.command.Commands;
import dev.flagledger.ledger.log.Attribution;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Trials of the directory, by a superuser. */
class DirectoryTrialIT {

    private static final DirectoryStub DIRECTORY = DirectoryStub.start();
    private static final String TEST = "auth/ldap/test/";

    private static TestServer server;
    private static Api root;

    @BeforeAll
    static void start() {
        server = TestServer.start(DIRECTORY.settings(1));
        root = server.api().newUser();
        server.part(Commands.class).send(new ChangeSuperuser(Member.id(root), true), Attribution.SYSTEM);
    }

    @AfterAll
    static void stop() {
        server.close();
        DIRECTORY.close();
    }

    @Test
    void theSettingsAreTriedAndThenAUser() {
        assertThat(root.post(TEST, Map.of()).ok().get("problem").asString()).isEqualTo("organisation");
        assertThat(root.post("organisations/", Map.of("name", "Acme"))
                        .ok()
                        .get("id")
                        .asInt())
                .isEqualTo(1);
        assertThat(root.post(TEST, Map.of()).ok().get("success").asBoolean()).isTrue();
        int users = accounts();
        long head = server.head();

        var lea = tried("lea", DirectoryStub.PASSWORD);

        assertThat(lea.get("success").asBoolean()).isTrue();
        assertThat(lea.get("detail").asString())
                .contains("e-mail address: " + DirectoryStub.EMAIL, "first name: Lea; last name: Ray; groups: ")
                .endsWith(DirectoryStub.ENGINEERS);
        assertThat(accounts()).isEqualTo(users);
        assertThat(server.causedAfter(head)).isEmpty();
        assertThat(root.get("organisations/1/groups/").ok().get("count").asInt())
                .isZero();
    }

    @Test
    void onlySuperusersTry() {
        assertThat(server.api().post(TEST, Map.of()).status()).isEqualTo(401);
        assertThat(server.api().newUser().post(TEST, Map.of()).status()).isEqualTo(403);
    }

    @Test
    void bothFieldsAreNeeded() {
        var empty = root.post(TEST, Map.of("username", "lea", "password", ""));
        assertThat(empty.status()).isEqualTo(400);
        assertThat(empty.text()).isEqualTo("{\"password\":[\"This field may not be blank.\"]}");
        assertThat(root.post(TEST, Map.of("password", "x")).text())
                .isEqualTo("{\"username\":[\"This field is required.\"]}");
    }

    /** They are counted with those at the login: the right password is tried no more, in either place. */
    @Test
    void wrongPasswordsLockAsAtTheLogin() {
        for (int attempt = 0; attempt < 5; attempt++) {
            assertThat(tried("max", "wrong").get("problem").asString()).isEqualTo("credentials");
            assertThat(server.api()
                            .post("auth/login/", Map.of("email", "max", "password", "wrong"))
                            .status())
                    .isEqualTo(400);
        }

        assertThat(tried("max", "wrong").get("problem").asString()).isEqualTo("locked");
    }

    /** As at the login, it is an event of the account with that name, without the password. */
    @Test
    void aWrongPasswordIsAFailedLoginOfTheAccountWithThatName() {
        var person = KnownPerson.on(server);

        long head = server.head();

        tried(person.email(), "guessed-word");

        await().until(() -> !server.causedAfter(head).isEmpty());
        assertThat(server.causedAfter(head).getFirst().event())
                .isEqualTo(new UserEvent.UserLoginFailed(person.id(), LoginWay.EMAIL));
        assertThat(server.causedAfter(head).toString()).doesNotContain("guessed");
    }

    private static JsonNode tried(String name, String password) {
        return root.post(TEST, Map.of("username", name, "password", password)).ok();
    }

    private static int accounts() {
        return root.get("accounts/").ok().get("count").asInt();
    }
}
