package dev.flagledger.standalone;

import static java.util.Map.entry;

import java.util.Map;

/** Routes that change something, but not when {@link SilentRoutesIT} calls them, with the reasons. */
final class RefusedRoutes {

    private static final String CODE = "needs a code that an app shows";
    private static final String OAUTH = "needs a client that a user lets act for them; OAuthFlowIT has one";
    private static final String EDGE = "there are no edge identities: always refused";
    private static final String SOCIAL = "there is nobody to ask here; SocialLinkIT has somebody";
    private static final String DIRECTORY = "for directories; they are events in ScimIT";
    private static final String FEDERATION = "nobody has come back from an identity provider";
    private static final String SAML = "there is no identity provider here; SamlLoginIT has one";
    private static final String PROOF = "takes the password, or what was mailed";
    private static final String EDGE_IDENTITY = "/api/v1/environments/{api_key}/edge-identities/";
    private static final String EDGE_IDENTITIES =
            "/api/v1/environments/environments/{api_key}/edge-identities-featurestates";
    private static final String EDGE_STATES = EDGE_IDENTITY + "{uuid}/edge-featurestates/";
    private static final String OF_FEATURE = "POST /api/v1/projects/{project_id}/features/{feature_id}/";

    static final Map<String, String> ALL = Map.ofEntries(
            entry("POST /api/v1/auth/app/activate/confirm/", CODE),
            entry("POST /api/v1/auth/app/deactivate/", CODE),
            entry("POST /api/v1/auth/login/code/", CODE),
            entry("POST /api/v1/oauth/authorize/", OAUTH),
            entry("POST /oauth/authorize/", "takes a form of its own page; ConsentPageIT sends it"),
            entry("POST /o/token/", OAUTH),
            entry("POST /o/revoke_token/", OAUTH),
            entry("POST /o/introspect/", OAUTH),
            entry("DELETE /api/v1/auth/sessions/{id}/", "there is the token alone, which has no id"),
            entry("POST " + EDGE_IDENTITY, EDGE),
            entry("DELETE " + EDGE_IDENTITY + "{uuid}/", EDGE),
            entry("PUT " + EDGE_IDENTITY + "{uuid}/update-traits/", EDGE),
            entry("POST " + EDGE_STATES, EDGE),
            entry("PUT " + EDGE_STATES + "{id}/", EDGE),
            entry("DELETE " + EDGE_STATES + "{id}/", EDGE),
            entry("POST " + EDGE_STATES + "clone-from-given-identity/", EDGE),
            entry("PUT " + EDGE_IDENTITIES, EDGE),
            entry("DELETE " + EDGE_IDENTITIES, EDGE),
            entry("POST /api/v1/projects/{id}/migrate-to-edge/", EDGE),
            entry("POST /api/v1/webhooks/test/", "the sample reaches nobody here, and changes nothing elsewhere"),
            entry("POST /api/v1/auth/saml/{configuration_name}/request/", SAML),
            entry("POST /api/v1/auth/saml/{configuration_name}/response/", SAML),
            entry("POST /api/v1/auth/saml/login/", SAML),
            entry("DELETE /api/v1/auth/users/me/", PROOF),
            entry("DELETE /api/v1/auth/users/{id}/", PROOF),
            entry("PUT /api/v1/auth/users/{id}/", "hidden"),
            entry("PATCH /api/v1/auth/users/{id}/", "hidden"),
            entry(
                    "POST /api/v1/organisations/{id}/get-hosted-page-url-for-subscription-upgrade/",
                    "there is nothing to buy: always refused"),
            entry("POST /api/v1/auth/users/activation/", PROOF),
            entry("POST /api/v1/auth/users/resend_activation/", "accounts need no activation here"),
            entry("POST /api/v1/auth/users/reset_password_confirm/", PROOF),
            entry("POST /api/v1/auth/users/set_email/", PROOF),
            entry("POST /api/v1/auth/users/set_password/", PROOF),
            entry("PATCH /api/v1/accounts/{id}/", "for superusers; FirstRunIT has one"),
            entry("POST /api/v1/auth/ldap/test/", "for superusers; DirectoryTrialIT has one"),
            entry("POST /api/v1/organisations/{id}/domains/{domain_id}/vouch/", "for superusers; MailDomainIT has one"),
            entry("POST /api/v1/users/config/init/", "there are users already"),
            entry("POST /api/v1/users/join/{hash}/", "the invite is somebody else's"),
            entry(OF_FEATURE + "feature-external-resources/", "there are no links: always refused"),
            entry(
                    "POST /api/v1/features/feature-import/{environment_id}",
                    "takes a file; it creates features as others do, with a note in NoteIT"),
            entry("POST /api/v1/scim/v2/Users", DIRECTORY),
            entry("PUT /api/v1/scim/v2/Users/{scim_id}", DIRECTORY),
            entry("PATCH /api/v1/scim/v2/Users/{scim_id}", DIRECTORY),
            entry("DELETE /api/v1/scim/v2/Users/{scim_id}", DIRECTORY),
            entry("POST /api/v1/scim/v2/Groups", DIRECTORY),
            entry("PUT /api/v1/scim/v2/Groups/{scim_id}", DIRECTORY),
            entry("PATCH /api/v1/scim/v2/Groups/{scim_id}", DIRECTORY),
            entry("DELETE /api/v1/scim/v2/Groups/{scim_id}", DIRECTORY),
            entry("POST /api/v1/auth/oidc/token/", "takes what an issuer has signed; it is an event in TrustIT"),
            entry("POST /api/v1/auth/oidc/login/", FEDERATION),
            entry("POST /api/v1/auth/oauth/google/", FEDERATION),
            entry("POST /api/v1/auth/oauth/github/", FEDERATION),
            entry("POST /api/v1/auth/users/me/logins/", FEDERATION),
            entry("POST /api/v1/auth/users/me/logins/google/", SOCIAL),
            entry("POST /api/v1/auth/users/me/logins/github/", SOCIAL),
            entry("DELETE /api/v1/auth/users/me/logins/{provider_name}/", FEDERATION),
            entry("DELETE /api/v1/auth/token/", "a logout, and the logout before it ended the session"));

    private RefusedRoutes() {}
}
