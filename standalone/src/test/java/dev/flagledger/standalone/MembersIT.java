package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.user.AccountCommand.ChangeSuperuser;
import dev.flagledger.ledger.command.Commands;
import dev.flagledger.ledger.log.Attribution;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Section 2.2 of the admin contract. */
class MembersIT {

    private static final TestServer SERVER = TestServer.shared();
    private static final String FORBIDDEN = "{\"detail\":\"You do not have permission to perform this action.\"}";
    private static final String LAST_ADMIN = "is the last admin of an organisation";

    private final Shop shop = Shop.in(SERVER);
    private final String path = "organisations/" + shop.organisation() + "/";
    private final Api ana = shop.ana();
    private final Api bo = Member.of(SERVER, shop.organisation());
    private final int boId = Member.id(bo);

    @Test
    void anAdminChangesARole() {
        var changed = ana.post(path + "users/" + boId + "/update-role/", Map.of("role", "ADMIN"));

        assertThat(changed.ok().get("role").asString()).isEqualTo("ADMIN");
        assertThat(changed.json().propertyNames())
                .containsExactly("id", "email", "first_name", "last_name", "last_login", "uuid", "role", "date_joined");
        assertThat(bo.get(path).ok().get("role").asString()).isEqualTo("ADMIN");
        assertThat(bo.post(path + "users/" + Member.id(ana) + "/update-role/", Map.of("role", "USER"))
                        .status())
                .isEqualTo(200);
        assertThat(ana.get(path).text()).isEqualTo(FORBIDDEN);
    }

    @Test
    void onlyRolesOfMembersAreChanged() {
        assertThat(ana.post(path + "users/" + boId + "/update-role/", Map.of("role", "BOSS"))
                        .text())
                .isEqualTo("{\"role\":[\"\\\"BOSS\\\" is not a valid choice.\"]}");
        assertThat(ana.post(path + "users/" + boId + "/update-role/", Map.of()).text())
                .isEqualTo("{\"role\":[\"This field is required.\"]}");
        var stranger = Member.id(SERVER.api().newUser());
        assertThat(ana.post(path + "users/" + stranger + "/update-role/", Map.of("role", "USER"))
                        .text())
                .isEqualTo("{\"detail\":\"No FFAdminUser matches the given query.\"}");
    }

    @Test
    void aRemovedMemberSeesNothingAndKeepsTheAccount() {
        var removed = ana.post(path + "remove-users/", List.of(Map.of("id", boId)));

        assertThat(removed.text()).isEqualTo("[{\"id\":" + boId + "}]");
        assertThat(removed.status()).isEqualTo(200);
        assertThat(bo.get(path + "users/").text()).isEqualTo(FORBIDDEN);
        assertThat(bo.get("auth/users/me/").status()).isEqualTo(200);
    }

    @Test
    void unknownUsersAreReportedAndStrangersIgnored() {
        assertThat(ana.post(path + "remove-users/", List.of(Map.of("id", 2_000_000_009), Map.of("id", boId)))
                        .text())
                .isEqualTo("[{\"id\":[\"User with id 2000000009 does not exist\"]},{}]");
        assertThat(ana.post(path + "remove-users/", List.of(Map.of())).text())
                .isEqualTo("[{\"id\":[\"This field is required.\"]}]");
        assertThat(ana.post(path + "remove-users/", Map.of("id", boId)).text())
                .isEqualTo("{\"non_field_errors\":[\"Expected a list of items but got type \\\"dict\\\".\"]}");

        var stranger = Member.id(SERVER.api().newUser());
        assertThat(ana.post(path + "remove-users/", List.of(Map.of("id", stranger)))
                        .status())
                .isEqualTo(200);
        assertThat(ana.get(path + "users/").ok().size()).isEqualTo(2);
    }

    @Test
    void membersLeaveButNotTheLastAdmin() {
        assertThat(bo.post(path + "remove-users/", List.of(Map.of("id", Member.id(ana))))
                        .text())
                .isEqualTo(FORBIDDEN);
        assertThat(bo.post(path + "remove-users/", List.of(Map.of("id", boId))).status())
                .isEqualTo(200);

        var last = ana.post(path + "remove-users/", List.of(Map.of("id", Member.id(ana))));
        assertThat(last.text()).contains(LAST_ADMIN);
        assertThat(last.status()).isEqualTo(400);
        assertThat(ana.post(path + "users/" + Member.id(ana) + "/update-role/", Map.of("role", "USER"))
                        .text())
                .contains(LAST_ADMIN);
    }

    @Test
    void theLastAdminWhoCanLogInStays() {
        ana.post(path + "users/" + boId + "/update-role/", Map.of("role", "ADMIN"))
                .ok();
        var superuser = SERVER.api().newUser();
        SERVER.part(Commands.class).send(new ChangeSuperuser(Member.id(superuser), true), Attribution.SYSTEM);
        superuser.patch("accounts/" + boId + "/", Map.of("is_active", false)).ok();
        int anaId = Member.id(ana);

        assertThat(ana.post(path + "remove-users/", List.of(Map.of("id", anaId)))
                        .text())
                .contains(LAST_ADMIN);
        assertThat(ana.post(path + "users/" + anaId + "/update-role/", Map.of("role", "USER"))
                        .text())
                .contains(LAST_ADMIN);
        assertThat(ana.send("DELETE", "auth/users/me/", "{\"current_password\":\"" + KnownPerson.PASSWORD + "\"}")
                        .text())
                .contains(LAST_ADMIN);

        superuser.patch("accounts/" + boId + "/", Map.of("is_active", true)).ok();
        assertThat(ana.post(path + "remove-users/", List.of(Map.of("id", anaId)))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void anApiKeyManagesMembers() {
        var key = ana.post(path + "master-api-keys/", Map.of("name", "ci")).ok().get("key");
        var program = SERVER.api().with("Authorization", "Api-Key " + key.asString());

        assertThat(program.post(path + "users/" + boId + "/update-role/", Map.of("role", "ADMIN"))
                        .status())
                .isEqualTo(200);
        assertThat(program.post(path + "remove-users/", List.of(Map.of("id", boId)))
                        .status())
                .isEqualTo(200);
    }
}
