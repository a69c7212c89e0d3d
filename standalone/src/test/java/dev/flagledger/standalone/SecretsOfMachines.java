package dev.flagledger.standalone;

import dev.flagledger.testing.WorkloadIssuer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes what opens the server for workloads, OAuth clients and directories. */
final class SecretsOfMachines {

    private SecretsOfMachines() {}

    /** Returns one secret of each kind, by what it is. */
    static Map<String, String> made(TestServer server, Shop shop) {
        var secrets = new HashMap<String, String>();
        ofWorkload(secrets, server, shop);
        ofClients(secrets, server, shop.ana());
        ofDirectory(secrets, shop);
        return secrets;
    }

    private static void ofWorkload(Map<String, String> secrets, TestServer server, Shop shop) {
        try (var issuer = WorkloadIssuer.start()) {
            shop.ana()
                    .post(
                            "organisations/" + shop.organisation() + "/trust-relationships/",
                            Map.of(
                                    "name",
                                    "deploy",
                                    "issuer",
                                    issuer.address(),
                                    "audience",
                                    "deploy",
                                    "claim_rules",
                                    List.of(Map.of("claim", "repository", "values", List.of("*"))),
                                    "is_admin",
                                    true))
                    .ok();
            var shown = issuer.sign(issuer.claims("deploy").build());
            var issued = server.api().post("auth/oidc/token/", Map.of("token", shown));
            secrets.put("workload's own token", signature(shown));
            secrets.put(
                    "token for a workload",
                    signature(issued.ok().get("access_token").asString()));
        }
    }

    private static void ofClients(Map<String, String> secrets, TestServer server, Api user) {
        var registered =
                OAuthClientStub.register(server.api(), Map.of("token_endpoint_auth_method", "client_secret_post"));
        secrets.put("OAuth client", registered.ok().get("client_secret").asString());
        var agent = OAuthClientStub.agent(server.api());
        secrets.put("authorization code", agent.code(user));
        var redeemed = agent.code(user);
        secrets.put("redeemed code", redeemed);
        var tokens = agent.redeem(redeemed).ok();
        secrets.put("access token", tokens.get("access_token").asString());
        var refresh = tokens.get("refresh_token").asString();
        secrets.put("replaced refresh token", refresh);
        var next = agent.refresh(refresh).ok();
        secrets.put("next access token", next.get("access_token").asString());
        secrets.put("refresh token", next.get("refresh_token").asString());
    }

    private static void ofDirectory(Map<String, String> secrets, Shop shop) {
        var path = "organisations/" + shop.organisation() + "/scim/";
        var first = shop.ana().post(path, Map.of()).ok();
        secrets.put("replaced token of a directory", first.get("token").asString());
        var next = shop.ana().post(path + "regenerate-token/", Map.of()).ok();
        secrets.put("token of a directory", next.get("token").asString());
    }

    /** What only the issuer of a token can make. */
    private static String signature(String token) {
        return token.substring(token.lastIndexOf('.') + 1);
    }
}
