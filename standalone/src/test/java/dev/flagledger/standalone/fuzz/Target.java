package dev.flagledger.standalone.fuzz;

import dev.flagledger.standalone.Api;
import dev.flagledger.standalone.Everything;
import dev.flagledger.standalone.Right;
import dev.flagledger.standalone.Shop;
import dev.flagledger.standalone.TestServer;
import dev.flagledger.standalone.contract.Contract;
import java.io.IOException;
import java.util.Objects;

/** A server with a user and two shops, one of which may be deleted. */
record Target(TestServer server, Contract contract, String settings) {

    static Target on(TestServer server) throws IOException {
        var contract = Contract.of(server.api().get("openapi.json").text());
        var shop = Shop.in(server);
        var kept = new Everything(shop);
        var deleted = new Everything(Shop.by(shop.ana()));
        var settings = new Settings();
        Right.all().forEach(right -> settings.know(right, right.method().equals("DELETE") ? deleted : kept, contract));
        for (var thing : new String[] {"organisation", "project", "environment", "feature", "segment", "user"}) {
            settings.often("body." + thing, kept.filled("{" + thing + "}"));
        }
        settings.often("path.feature_id", kept.filled("{feature}"));
        settings.often("path.flag_key", "basket");
        settings.often("path.identifier", "user-88");
        settings.often("body.identifier", "user-88");
        // Deliveries stay on this machine.
        settings.always("body.url", "http://127.0.0.1:9/");
        // A position beyond the log, as most generated ones are, would be rejected before anything else is read.
        settings.always("header.Flagledger-Position", "0");
        // A generated note is seldom percent-encoded.
        settings.always("header.Flagledger-Note", "fuzz");
        // Most generated numbers are those of the longest wait, which is half a minute.
        settings.always("query.wait", "0", "1", "-1", "soon");
        // A stream ends only when the client closes it.
        settings.without("GET /sse/environments/{environment_key}/stream");
        // Its 400 has a body only if the input is invalid, as in Flagsmith, and OpenAPI has no response that may have
        // one.
        // Without that 400, users have to activate their accounts, which ours have not. FirstRunIT has such a server.
        settings.without("POST /api/v1/auth/users/resend_activation/");
        // A logout would end the session of the other requests.
        var other = token(server.api().newUser());
        settings.authorise("POST /api/v1/auth/logout/", other);
        settings.authorise("DELETE /api/v1/auth/token/", other);
        var serverKey = kept.filled("{serverKey.key}");
        settings.authorise("POST /ofrep/v1/evaluate/flags", "Bearer " + serverKey);
        settings.authorise("POST /ofrep/v1/evaluate/flags/{flag_key}", "Bearer " + serverKey);
        return new Target(server, contract, settings.toml(token(shop.ana()), serverKey));
    }

    private static String token(Api user) {
        return Objects.requireNonNull(user.headers().get("Authorization"));
    }
}
