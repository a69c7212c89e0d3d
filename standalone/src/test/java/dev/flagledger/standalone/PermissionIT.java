package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The routes that report permissions. */
class PermissionIT {

    private static final String NOBODY = "{\"groups\":[],\"roles\":[]}";

    private static final TestServer SERVER = TestServer.shared();
    private static Shop shop;
    private static Map<String, Api> callers;

    @BeforeAll
    static void start() {
        shop = Shop.in(SERVER);
        var key = shop.ana()
                .post("organisations/" + shop.organisation() + "/master-api-keys/", Map.of("name", "tf"))
                .ok();
        callers = Map.of(
                "admin",
                shop.ana(),
                "member",
                Member.of(SERVER, shop.organisation()),
                "stranger",
                SERVER.api().newUser(),
                "key",
                SERVER.api().with("Authorization", "Api-Key " + key.get("key").asString()));
        grant("projects/PROJECT", "VIEW_PROJECT");
        grant("environments/KEY", "VIEW_ENVIRONMENT");
    }

    private static void grant(String on, String permission) {
        Grants.of(shop.ana(), filled(on), Member.id(caller("member")), permission);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            organisations/ORG/my-permissions/ | admin    | 200 | {"permissions":[],"admin":true,"tag_based_permissions":[]}
            organisations/ORG/my-permissions/ | member   | 200 | {"permissions":[],"admin":false,"tag_based_permissions":[]}
            organisations/ORG/my-permissions/ | stranger | 403 | FORBIDDEN
            organisations/ORG/my-permissions/ | key      | 400 | USERS
            organisations/999/my-permissions/ | admin    | 403 | FORBIDDEN
            projects/PROJECT/my-permissions/  | admin    | 200 | {"permissions":[],"admin":true,"tag_based_permissions":[]}
            projects/PROJECT/my-permissions/  | member   | 200 | {"permissions":["VIEW_PROJECT"],"admin":false,"tag_based_permissions":[]}
            projects/PROJECT/my-permissions/  | stranger | 404 | {"detail":"No Project matches the given query."}
            projects/PROJECT/my-permissions/  | key      | 400 | USERS
            environments/KEY/my-permissions/  | admin    | 200 | {"permissions":[],"admin":true,"tag_based_permissions":[]}
            environments/KEY/my-permissions/  | member   | 200 | {"permissions":["VIEW_ENVIRONMENT"],"admin":false,"tag_based_permissions":[]}
            environments/KEY/my-permissions/  | stranger | 404 | {"detail":"No Environment matches the given query."}
            environments/nope/my-permissions/ | admin    | 404 | {"detail":"No Environment matches the given query."}
            environments/KEY/my-permissions/  | key      | 400 | USERS
            organisations/ORG/user-permissions/       | admin    | 200 | []
            organisations/ORG/user-permissions/       | key      | 200 | []
            organisations/ORG/user-permissions/       | member   | 403 | PRIVILEGES
            organisations/ORG/user-permissions/       | stranger | 403 | PRIVILEGES
            organisations/ORG/user-group-permissions/ | admin    | 200 | []
            organisations/ORG/user-group-permissions/ | member   | 403 | PRIVILEGES
            projects/PROJECT/user-permissions/        | member   | 403 | FORBIDDEN
            projects/PROJECT/user-group-permissions/  | admin    | 200 | []
            environments/KEY/user-permissions/        | stranger | 403 | FORBIDDEN
            environments/KEY/user-group-permissions/  | admin    | 200 | []
            environments/nope/user-permissions/       | admin    | 403 | FORBIDDEN
            projects/PROJECT/all-user-permissions/MEMBER/ | admin  | 200 | {"permissions":["VIEW_PROJECT"],"admin":false,"tag_based_permissions":[]}
            projects/PROJECT/all-user-permissions/MEMBER/ | key    | 200 | {"permissions":["VIEW_PROJECT"],"admin":false,"tag_based_permissions":[]}
            projects/PROJECT/all-user-permissions/MEMBER/ | member | 403 | FORBIDDEN
            projects/PROJECT/all-user-permissions/STRANGER/ | admin | 404 | {"detail":"No FFAdminUser matches the given query."}
            projects/PROJECT/all-user-permissions/9999/   | admin  | 404 | {"detail":"No FFAdminUser matches the given query."}
            """)
    void permissionsAreAnsweredByCaller(String path, String caller, int status, String body) {
        var answer = caller(caller).get(filled(path));

        assertThat(answer.text())
                .isEqualTo(
                        switch (body) {
                            case "FORBIDDEN" -> "{\"detail\":\"You do not have permission to perform this action.\"}";
                            case "PRIVILEGES" ->
                                "{\"detail\":\"User does not have sufficient privileges to perform this action\"}";
                            case "USERS" ->
                                "{\"detail\":\"This endpoint can only be used with a user and not Master API Key\"}";
                            default -> body;
                        });
        assertThat(answer.status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"organisations/ORG, ''", "projects/PROJECT, VIEW_PROJECT", "environments/KEY, VIEW_ENVIRONMENT"})
    void detailedPermissionsAreVisibleToTheUserAndToAdmins(String thing, String right) {
        var path = filled(thing + "/user-detailed-permissions/");
        var admin = path + Member.id(shop.ana()) + "/";
        var member = path + Member.id(caller("member")) + "/";
        var mayDo = right.isEmpty()
                ? ""
                : "{\"permission_key\":\"" + right + "\",\"is_directly_granted\":true,\"derived_from\":" + NOBODY + "}";
        var ofMember = "{\"admin\":false,\"permissions\":[" + mayDo
                + "],\"is_directly_granted\":false,\"derived_from\":" + NOBODY + "}";

        assertThat(shop.ana().get(admin).text())
                .isEqualTo("{\"admin\":true,\"permissions\":[],\"is_directly_granted\":true,\"derived_from\":" + NOBODY
                        + "}");
        assertThat(shop.ana().get(member).text()).isEqualTo(ofMember);
        assertThat(caller("member").get(member).text()).isEqualTo(ofMember);
        assertThat(caller("member").get(admin).status()).isEqualTo(403);
        var unknown = shop.ana().get(path + "9999/");
        var elsewhere = shop.ana().get(path + Member.id(caller("stranger")) + "/");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(elsewhere.status()).isEqualTo(404);
        assertThat(elsewhere.text())
                .as("nobody is told which accounts there are")
                .isEqualTo(unknown.text());
    }

    @ParameterizedTest
    @CsvSource({
        "organisations, CREATE_PROJECT, false, 2",
        "projects, DELETE_FEATURE, true, 10",
        "environments, UPDATE_FEATURE_STATE, true, 7"
    })
    void existingPermissionsAreListed(String things, String key, boolean supportsTag, int count) {
        var rights = caller("stranger").get(things + "/permissions/").ok();

        assertThat(rights).hasSize(count);
        assertThat(rights).anySatisfy(right -> {
            assertThat(right.propertyNames()).containsExactly("key", "description", "supports_tag");
            assertThat(right.get("key").asString()).isEqualTo(key);
            assertThat(right.get("supports_tag").asBoolean()).isEqualTo(supportsTag);
        });
        assertThat(SERVER.api().get(things + "/permissions/").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            groups/           | {"count":0,"next":null,"previous":null,"results":[]}
            groups/my-groups/ | {"count":0,"next":null,"previous":null,"results":[]}
            groups/summaries/ | []
            """)
    void groupsAreEmpty(String path, String nothing) {
        var organisation = "organisations/" + shop.organisation() + "/";

        assertThat(caller("member").get(organisation + path).text()).isEqualTo(nothing);
        assertThat(caller("key").get(organisation + path).text()).isEqualTo(nothing);
        assertThat(caller("stranger").get(organisation + path).status()).isEqualTo(403);
    }

    @Test
    void theSubscriptionHasNoLimits() {
        var path = "organisations/" + shop.organisation() + "/get-subscription-metadata/";

        assertThat(shop.ana().get(path).text())
                .isEqualTo("{\"max_seats\":1000000000,\"max_api_calls\":1000000000,\"max_projects\":null,"
                        + "\"payment_source\":null,\"chargebee_email\":null,\"feature_history_visibility_days\":null,"
                        + "\"audit_log_visibility_days\":null}");
        assertThat(caller("member").get(path).status()).isEqualTo(403);
    }

    @Test
    void membersAreListedWithOrWithoutTheCaller() {
        var path = "organisations/" + shop.organisation() + "/users/";

        assertThat(shop.ana().get(path).ok()).hasSize(2);
        var others = shop.ana().get(path + "?exclude_current=true").ok();
        assertThat(others).hasSize(1);
        assertThat(others.get(0).get("role").asString()).isEqualTo("USER");
        assertThat(caller("key").get(path + "?exclude_current=true").ok()).hasSize(2);
        assertThat(caller("member").get(path).ok()).hasSize(2);
    }

    @Test
    void aMemberReadsTheOrganisationByUuidOnly() {
        var organisation = "organisations/" + shop.organisation() + "/";
        var uuid = shop.ana().get(organisation).ok().get("uuid").asString();
        var member = caller("member");

        assertThat(member.get(organisation).status()).isEqualTo(403);
        assertThat(member.get("organisations/get-by-uuid/" + uuid + "/")
                        .ok()
                        .get("role")
                        .asString())
                .isEqualTo("USER");
        assertThat(caller("stranger")
                        .get("organisations/get-by-uuid/" + uuid + "/")
                        .text())
                .isEqualTo("{\"detail\":\"No Organisation matches the given query.\"}");
    }

    private static String filled(String text) {
        return text.replace("ORG", Integer.toString(shop.organisation()))
                .replace("PROJECT", Integer.toString(shop.project()))
                .replace("KEY", shop.key())
                .replace("STRANGER", Integer.toString(Member.id(caller("stranger"))))
                .replace("MEMBER", Integer.toString(Member.id(caller("member"))));
    }

    private static Api caller(String name) {
        return Objects.requireNonNull(callers.get(name));
    }
}
