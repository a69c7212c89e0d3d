package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an organisation's directory provisions, with requests as Okta and Microsoft Entra send them. */
class ScimProvisioningIT extends DirectoryConnected {

    private static final String GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group";

    @Test
    void oktaProvisionsAndDeactivatesAUser() {
        var asked = directory.get("scim/v2/Users?filter=userName%20eq%20%22" + email + "%22&startIndex=1&count=100");
        assertThat(asked.ok().get("totalResults").asInt()).isZero();

        var created = directory.post("scim/v2/Users", Directory.oktaUser(email));
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.http().headers().firstValue("Content-Type")).hasValue("application/scim+json");
        var id = created.ok().get("id").asString();
        assertThat(created.http().headers().firstValue("Location").orElseThrow())
                .endsWith("/api/v1/scim/v2/Users/" + id);
        assertThat(created.ok().get("active").asBoolean()).isTrue();
        assertThat(created.ok().get("externalId").asString()).isEqualTo("00ujl29u0le5T6Aj10h7");
        assertThat(emails()).contains(email);
        assertThat(directory
                        .post("scim/v2/Users", Directory.oktaUser(email))
                        .json()
                        .get("scimType")
                        .asString())
                .isEqualTo("uniqueness");

        var off = Map.of(
                "schemas", List.of(PATCH),
                "Operations", List.of(Map.of("op", "replace", "value", Map.of("active", false))));
        assertThat(directory
                        .patch("scim/v2/Users/" + id, off)
                        .ok()
                        .get("active")
                        .asBoolean())
                .isFalse();
        assertThat(emails()).doesNotContain(email);
        assertThat(directory.get("scim/v2/Users/" + id).ok().has("name")).isFalse();

        assertThat(directory
                        .put("scim/v2/Users/" + id, Directory.oktaUser(email))
                        .ok()
                        .get("active")
                        .asBoolean())
                .isTrue();
        assertThat(emails()).contains(email);
        assertThat(directory.delete("scim/v2/Users/" + id).status()).isEqualTo(204);
        assertThat(directory.get("scim/v2/Users/" + id).status()).isEqualTo(404);
        assertThat(emails()).doesNotContain(email);
    }

    @Test
    void entraProvisionsUsersAndGroups() {
        var user = Map.of(
                "schemas", List.of(USER, "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"),
                "externalId", "58342554-38d6-4ec8-948c-50044d0a33fd",
                "userName", email,
                "active", true,
                "emails", List.of(Map.of("primary", true, "type", "work", "value", email)),
                "meta", Map.of("resourceType", "User"),
                "name", Map.of("familyName", "Silva", "givenName", "Bo"),
                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User", Map.of("department", "bob"));
        var id = directory.post("scim/v2/Users", user).ok().get("id").asString();
        var group = directory
                .post(
                        "scim/v2/Groups",
                        Map.of(
                                "schemas",
                                        List.of(
                                                GROUP,
                                                "http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group"),
                                "externalId", "8aa1a0c0-c4c3-4bc0-b4a5-2ef676900159",
                                "displayName", "Deployers"))
                .ok()
                .get("id")
                .asString();
        var found =
                directory.get("scim/v2/Groups?excludedAttributes=members&filter=displayName%20eq%20%22deployers%22");
        assertThat(found.ok().get("Resources").get(0).get("id").asString()).isEqualTo(group);
        assertThat(found.ok().get("Resources").get(0).has("members")).isFalse();

        change("Groups/" + group, Map.of("op", "Add", "path", "members", "value", List.of(Map.of("value", id))));
        assertThat(members(group)).containsExactly(id);
        assertThat(ana.get(path + "groups/" + group + "/").text()).contains(email);

        // A boolean as text, an attribute that is not kept, and groups that outlast the deactivation.
        change("Users/" + id, Map.of("op", "Replace", "path", "active", "value", "False"));
        assertThat(ana.get(path + "groups/" + group + "/").text()).doesNotContain(email);
        assertThat(members(group)).containsExactly(id);
        change(
                "Users/" + id,
                Map.of("op", "Replace", "path", "active", "value", "True"),
                Map.of("op", "Add", "path", "phoneNumbers[type eq \"work\"].value", "value", "1"));
        assertThat(ana.get(path + "groups/" + group + "/").text()).contains(email);

        change("Groups/" + group, Map.of("op", "Remove", "path", "members[value eq \"" + id + "\"]"));
        assertThat(members(group)).isEmpty();
        change("Groups/" + group, Map.of("op", "add", "path", "members", "value", List.of(Map.of("value", id))));
        change("Groups/" + group, Map.of("op", "Remove", "path", "members", "value", List.of(Map.of("value", id))));
        assertThat(members(group)).isEmpty();
        assertThat(ana.get(path + "groups/" + group + "/").text()).doesNotContain(email);
        assertThat(directory.delete("scim/v2/Groups/" + group).status()).isEqualTo(204);
    }

    @Test
    void anExistingAccountIsInvitedAndNotChanged() {
        var bo = SERVER.api().newUser();
        var address = bo.get("auth/users/me/").ok().get("email").asString();

        var created = directory.post("scim/v2/Users", Directory.oktaUser(address));

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.ok().has("name")).isFalse();
        assertThat(emails()).doesNotContain(address);
        assertThat(bo.get("organisations/").ok().get("count").asInt()).isZero();
        assertThat(bo.get("auth/users/me/").ok().get("first_name").asString()).isEqualTo("Ana");
        var invite = ana.get(path + "invites/").ok().get("results").get(0);
        assertThat(invite.get("email").asString()).isEqualTo(address);

        // In a group from the beginning, as soon as the user accepts.
        var id = created.ok().get("id").asString();
        var group = directory
                .post("scim/v2/Groups", Map.of("displayName", "Ops", "members", List.of(Map.of("value", id))))
                .ok()
                .get("id")
                .asString();
        assertThat(ana.get(path + "groups/" + group + "/").text()).doesNotContain(address);
        var link = ana.post(path + "invites/" + invite.get("id") + "/resend/", Map.of())
                .ok()
                .get("link")
                .asString();
        bo.post("users/join/" + link.substring(link.lastIndexOf('/') + 1) + "/", Map.of())
                .ok();
        assertThat(emails()).contains(address);
        assertThat(ana.get(path + "groups/" + group + "/").text()).contains(address);

        // Who has left is not brought back.
        bo.post(path + "remove-users/", List.of(Map.of("id", Member.id(bo)))).ok();
        change("Users/" + id, Map.of("op", "replace", "path", "active", "value", false));
        change("Users/" + id, Map.of("op", "replace", "path", "active", "value", true));
        assertThat(emails()).doesNotContain(address);
    }

    private List<String> members(String group) {
        return directory
                .get("scim/v2/Groups/" + group)
                .ok()
                .path("members")
                .valueStream()
                .map(member -> member.get("value").asString())
                .toList();
    }

    private void change(String resource, Map<?, ?>... operations) {
        directory
                .patch("scim/v2/" + resource, Map.of("schemas", List.of(PATCH), "Operations", List.of(operations)))
                .ok();
    }
}
