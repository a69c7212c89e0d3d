package dev.flagledger.standalone;

import dev.flagledger.testing.TestIssuer;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Somebody in a browser who logs in at an organisation's identity provider.
 *
 * @param name of the provider
 */
record OidcVisitor(TestServer server, TestIssuer issuer, String name, Browser browser) {

    /** At a provider with a name of its own. */
    OidcVisitor(TestServer server, TestIssuer issuer) {
        this(server, issuer, "acme-" + UUID.randomUUID(), new Browser());
    }

    /** Configures the provider for an organisation, with further fields, and returns its id. */
    int configured(Api admin, int organisation, Map<String, ?> more) {
        var fields = new HashMap<String, Object>(Map.of(
                "name",
                name,
                "issuer",
                issuer.issuer(),
                "client_id",
                TestIssuer.CLIENT,
                "client_secret",
                TestIssuer.SECRET));
        fields.putAll(more);
        return admin.post("organisations/" + organisation + "/oidc-providers/", fields)
                .ok()
                .get("id")
                .asInt();
    }

    /** The address at which a login begins. */
    URI begin() {
        return server.address().resolve("/api/v1/auth/oidc/" + name + "/request/");
    }

    /** Where the browser lands after a visit of the provider: with a code that is good in it. */
    URI landing() {
        return browser.visit(issuer.visit(browser.visit(begin())));
    }

    String code() {
        return landing().getQuery().substring("code=".length());
    }

    Api.Answer logIn() {
        return logIn(code());
    }

    Api.Answer logIn(String code) {
        return browser.in(server.api()).post("auth/oidc/login/", Map.of("access_token", code));
    }

    /** The user whom a login has let in. */
    Api user(Api.Answer login) {
        return server.api()
                .with("Authorization", "Token " + login.ok().get("key").asString());
    }
}
