package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What applications with the scope {@code mcp} are refused: what outlasts their access, accounts, and how people log in. */
class AgentScopeIT {

    private static final TestServer SERVER = TestServer.shared();
    private static final Shop SHOP = Shop.in(SERVER);
    private static final Everything EVERYTHING = new Everything(SHOP);
    private static final Api AGENT = OAuthClientStub.agentOf(SHOP.ana());

    private static void assertRefused(Api.Answer answer) {
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text()).isEqualTo("{\"detail\":\"The application's scope does not allow this.\"}");
        assertThat(OAuthClientStub.isOutOfScope(answer)).isTrue();
    }

    /** Calls that succeed for the user for whom the agent acts. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST organisations/{organisation}/master-api-keys/ {'name':'x'}",
                "POST organisations/{organisation}/invite-links/ {'role':'ADMIN'}",
                "POST organisations/{organisation}/invites/{invite}/resend/ {}",
                "POST organisations/{organisation}/users/{user}/update-role/ {'role':'ADMIN'}",
                "POST organisations/{organisation}/user-group-permissions/ {'group':{group},'permissions':[]}",
                "POST organisations/{organisation}/roles/ {'name':'x'}",
                "POST organisations/{organisation}/roles/{otherRole}/users/ {'user':{user}}",
                "POST organisations/{organisation}/groups/{group}/add-users/ {'user_ids':[{user}]}",
                "POST organisations/{organisation}/groups/{group}/users/{user}/make-admin/ {}",
                "PUT projects/{project}/user-permissions/{projectGrant}/ {'permissions':['VIEW_PROJECT']}",
                "PUT environments/{key}/user-permissions/{environmentGrant}/ {'permissions':['VIEW_ENVIRONMENT']}",
                "POST organisations/{organisation}/erasures/ {'environment':'{key}','identifier':'user-88'}",
                "PUT organisations/{organisation}/login-policy/ {'methods':['EMAIL']}",
                "PATCH organisations/{organisation}/ {'force_2fa':true}",
                "DELETE organisations/{organisation}/ {}",
                "POST environments/{key}/api-keys/ {'name':'x'}",
                "POST projects/{project}/feature-health/providers/ {'name':'Webhook'}",
                "POST environments/{key}/webhooks/ {'url':'http://127.0.0.1:9/'}",
                "POST environments/{key}/integrations/webhook/ {'url':'http://127.0.0.1:9/'}",
                "POST organisations/{organisation}/webhooks/ {'url':'http://127.0.0.1:9/'}",
                "PATCH auth/users/me/ {'first_name':'Eve'}",
                "DELETE auth/token/ {}"
            })
    void anAgentCreatesNothingThatOutlastsItsAccessAndLeavesAccountsAlone(String call) {
        var words = EVERYTHING.filled(call.replace('\'', '"')).split(" ", 3);

        assertRefused(AGENT.send(words[0], words[1], words[2]));
    }

    /** What these show would let somebody in after the access has ended. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "organisations/{organisation}/master-api-keys/",
                "organisations/{organisation}/trust-relationships/",
                "organisations/{organisation}/oidc-providers/",
                "organisations/{organisation}/domains/",
                "organisations/{organisation}/scim/",
                "organisations/{organisation}/invite-links/",
                "organisations/{organisation}/erasures/",
                "auth/saml/configuration/",
                "environments/{key}/api-keys/",
                "projects/{project}/feature-health/providers/",
                "auth/sessions/",
                "auth/mfa/user-active-methods/",
                "accounts/",
                "oauth/authorize/"
            })
    void anAgentDoesNotReadWhatLetsSomebodyIn(String route) {
        assertRefused(AGENT.get(EVERYTHING.filled(route)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "organisations/{organisation}/",
                "organisations/{organisation}/users/",
                "organisations/{organisation}/groups/",
                "organisations/{organisation}/invites/",
                "organisations/{organisation}/roles/",
                "organisations/{organisation}/login-policy/",
                "organisations/{organisation}/webhooks/",
                "environments/{key}/webhooks/",
                "projects/{project}/user-permissions/",
                "auth/users/me/"
            })
    void anAgentReadsTheRest(String route) {
        assertThat(AGENT.get(EVERYTHING.filled(route)).status()).isEqualTo(200);
    }

    @Test
    void anAgentInvitesPeopleWithoutRights() {
        var invites = "organisations/" + SHOP.organisation() + "/invites/";
        var several = "organisations/" + SHOP.organisation() + "/invite/";
        var group = Integer.parseInt(EVERYTHING.filled("{group}"));

        assertThat(AGENT.post(invites, Map.of("email", "a@example.test")).status())
                .isEqualTo(201);
        assertThat(AGENT.post(several, Map.of("emails", List.of("b@example.test")))
                        .status())
                .isEqualTo(201);
        var before = SHOP.ana().get(invites).ok();
        assertRefused(AGENT.post(invites, Map.of("email", "c@example.test", "role", "ADMIN")));
        assertRefused(AGENT.post(invites, Map.of("email", "c@example.test", "permission_groups", List.of(group))));
        for (var rights : List.<Map<String, Object>>of(
                Map.of("email", "c@example.test", "role", "ADMIN"),
                Map.of("email", "c@example.test", "permission_groups", List.of(group)))) {
            assertRefused(AGENT.post(several, Map.of("invites", List.of(rights))));
        }
        assertThat(SHOP.ana().get(invites).ok()).isEqualTo(before);
        assertThat(SHOP.ana()
                        .post(invites, Map.of("email", "c@example.test", "role", "ADMIN"))
                        .status())
                .isEqualTo(201);
    }

    /** The command-line program has all that the user may do. */
    @Test
    void theOtherScopeIsNotLimited() {
        var cli = OAuthClientStub.cli(SERVER.api());
        var program = cli.bearer(cli.tokens(SHOP.ana()));

        assertThat(program.post("organisations/" + SHOP.organisation() + "/invite-links/", Map.of("role", "ADMIN"))
                        .status())
                .isEqualTo(201);
    }
}
