package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.organisation.Role;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.ledger.history.History;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Users delete their account; section 1.5 of the admin contract. */
class AccountDeletionIT {

    private static final TestServer SERVER = TestServer.shared();

    private KnownPerson pat;

    @BeforeEach
    void register() {
        pat = KnownPerson.on(SERVER);
    }

    @Test
    void anAccountIsDeletedByWhoKnowsThePassword() {
        assertThat(delete(true).status()).isEqualTo(204);

        assertThat(pat.api().get("auth/users/me/").status()).isEqualTo(401);
        assertThat(pat.logIn(KnownPerson.PASSWORD).status()).isEqualTo(400);
        var again =
                Map.of("email", pat.email(), "password", KnownPerson.PASSWORD, "first_name", "Pat", "last_name", "Ek");
        assertThat(SERVER.api().post("auth/users/", again).ok().get("id").asInt())
                .as("somebody new")
                .isNotEqualTo(pat.id());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                            | {"current_password":["This field is required."]}
            {"current_password":""}       | {"current_password":["This field may not be blank."]}
            {"current_password":null}     | {"current_password":["This field may not be blank."]}
            {"current_password":"wrong"}  | {"current_password":["Invalid password."]}
            """)
    void withoutThePasswordNothingIsDeleted(String body, String refusal) {
        var refused = pat.api().send("DELETE", "auth/users/me/", body);

        assertThat(refused.text()).isEqualTo(refusal);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(pat.logIn(KnownPerson.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void anOrganisationWithoutAnotherMemberIsDeletedTooIfThatIsWanted() {
        int alone = organisation();

        assertThat(delete(false).text())
                .isEqualTo("{\"user\":[\"The user is the last admin of an organisation."
                        + " Make somebody else one, or delete the organisation, before.\"]}");
        assertThat(delete(true).status()).isEqualTo(204);

        var state = (Installation) SERVER.part(History.class).state();
        assertThat(state.organisation(alone)).isEmpty();
    }

    @Test
    void anOrganisationWithOtherMembersIsLeftIfItKeepsAnAdmin() {
        int shared = organisation();
        var bo = KnownPerson.on(SERVER);
        Member.join(SERVER, shared, bo.id(), Role.USER);
        assertThat(delete(true).status()).as("bo is no admin").isEqualTo(400);
        Member.join(SERVER, shared, bo.id(), Role.ADMIN);

        assertThat(delete(true).status()).isEqualTo(204);

        assertThat(bo.api().get("organisations/" + shared + "/users/").ok()).hasSize(1);
    }

    @Test
    void nobodyDeletesAnother() {
        var bo = KnownPerson.on(SERVER);

        var refused = pat.api()
                .send(
                        "DELETE",
                        "auth/users/" + bo.id() + "/",
                        "{\"current_password\":\"" + KnownPerson.PASSWORD + "\"}");

        assertThat(refused.text()).isEqualTo("{\"detail\":\"No FFAdminUser matches the given query.\"}");
        assertThat(bo.logIn(KnownPerson.PASSWORD).status()).isEqualTo(200);
        assertThat(pat.api()
                        .send(
                                "DELETE",
                                "auth/users/" + pat.id() + "/",
                                "{\"current_password\":\"" + KnownPerson.PASSWORD + "\"}")
                        .status())
                .isEqualTo(204);
    }

    private int organisation() {
        return pat.api()
                .post("organisations/", Map.of("name", "Acme"))
                .ok()
                .get("id")
                .asInt();
    }

    private Api.Answer delete(boolean orphans) {
        return pat.api()
                .send(
                        "DELETE",
                        "auth/users/me/",
                        "{\"current_password\":\"" + KnownPerson.PASSWORD + "\",\"delete_orphan_organisations\":"
                                + orphans + "}");
    }
}
