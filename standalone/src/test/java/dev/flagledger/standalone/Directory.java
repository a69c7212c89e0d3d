package dev.flagledger.standalone;

import java.util.List;
import java.util.Map;

/** The directory of an organisation. */
final class Directory {

    private static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";

    private Directory() {}

    /** Connects a directory; {@code path} is that of the organisation. */
    static Api connected(TestServer server, Api admin, String path) {
        var token = admin.post(path + "scim/", Map.of()).ok().get("token").asString();
        return server.api().with("Authorization", "Bearer " + token).with("Content-Type", "application/scim+json");
    }

    /** A user as Okta sends it. */
    static Map<String, Object> oktaUser(String email) {
        return Map.of(
                "schemas",
                List.of(USER),
                "userName",
                email,
                "name",
                Map.of("givenName", "Test", "familyName", "User"),
                "emails",
                List.of(Map.of("primary", true, "value", email, "type", "work")),
                "displayName",
                "Test User",
                "locale",
                "en-US",
                "externalId",
                "00ujl29u0le5T6Aj10h7",
                "groups",
                List.of(),
                "password",
                "1mz050nq",
                "active",
                true);
    }
}
