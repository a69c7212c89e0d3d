package dev.flagledger.conformance.login;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Clients of Keycloak that speak SAML, as the guide for Keycloak sets them up. */
final class SamlClient {

    private SamlClient() {}

    /**
     * Describes a client whose requests are signed, and whose responses and assertions are signed and encrypted.
     *
     * @param name its entity id, also in the address where Keycloak begins a login
     * @param consumer its address for responses
     * @param certificate its certificate, in Base64
     */
    static JsonNode of(String name, String consumer, String certificate) {
        return JsonMapper.shared()
                .valueToTree(Map.of(
                        "clientId",
                        name,
                        "protocol",
                        "saml",
                        "frontchannelLogout",
                        false,
                        "redirectUris",
                        List.of(consumer),
                        "adminUrl",
                        consumer,
                        "attributes",
                        Map.ofEntries(
                                Map.entry("saml.force.post.binding", "true"),
                                Map.entry("saml.authnstatement", "true"),
                                Map.entry("saml.server.signature", "true"),
                                Map.entry("saml.assertion.signature", "true"),
                                Map.entry("saml.signature.algorithm", "RSA_SHA256"),
                                Map.entry("saml.client.signature", "true"),
                                Map.entry("saml.signing.certificate", certificate),
                                Map.entry("saml.encrypt", "true"),
                                Map.entry("saml.encryption.certificate", certificate),
                                Map.entry("saml_name_id_format", "persistent"),
                                Map.entry("saml_assertion_consumer_url_post", consumer),
                                Map.entry("saml_idp_initiated_sso_url_name", name)),
                        "protocolMappers",
                        List.of(
                                property("email", "email"),
                                property("firstName", "givenName"),
                                property("lastName", "surname"),
                                groups())));
    }

    private static Map<String, Object> property(String property, String attribute) {
        return mapper(
                attribute,
                "saml-user-property-mapper",
                Map.of("user.attribute", property, "attribute.name", attribute));
    }

    private static Map<String, Object> groups() {
        return mapper(
                "groups",
                "saml-group-membership-mapper",
                Map.of("attribute.name", "groups", "full.path", "false", "single", "true"));
    }

    private static Map<String, Object> mapper(String name, String mapper, Map<String, String> config) {
        return Map.of("name", name, "protocol", "saml", "protocolMapper", mapper, "config", config);
    }
}
