package dev.flagledger.standalone;

import java.util.Map;
import java.util.UUID;

/** A user with a known password. */
record KnownPerson(TestServer server, String email, int id, Api api) {

    static final String PASSWORD = "un-guess-able 7";

    static KnownPerson on(TestServer server) {
        var email = "person-" + UUID.randomUUID() + "@example.test";
        var account = Map.of("email", email, "password", PASSWORD, "first_name", "Pat", "last_name", "Ek");
        var registered = server.api().post("auth/users/", account).ok();
        var api = server.api()
                .with("Authorization", "Token " + registered.get("key").asString());
        return new KnownPerson(server, email, registered.get("id").asInt(), api);
    }

    /** The answer to a login. */
    Api.Answer logIn(String password) {
        return logIn(email, password);
    }

    Api.Answer logIn(String address, String password) {
        return server.api().post("auth/login/", Map.of("email", address, "password", password));
    }
}
