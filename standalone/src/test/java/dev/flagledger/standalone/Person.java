package dev.flagledger.standalone;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** A user who logs in by password, and can have an app that shows codes. */
record Person(Api anonymous, String email, Api api) {

    static final String PASSWORD = "un-guess-able 7";

    static Person in(TestServer server) {
        return in(server, "example.test");
    }

    /** Registers a user with an address of a domain. */
    static Person in(TestServer server, String domain) {
        var email = "person-" + UUID.randomUUID() + "@" + domain;
        var account = Map.of("email", email, "password", PASSWORD, "first_name", "Bo", "last_name", "Ek");
        var key = server.api().post("auth/users/", account).ok().get("key").asString();
        return new Person(server.api(), email, server.api().with("Authorization", "Token " + key));
    }

    /** The answer to the first step of a login. */
    Api.Answer logIn() {
        return anonymous.post("auth/login/", Map.of("email", email, "password", PASSWORD));
    }

    /** The answer to the second step of a login with this code. */
    Api.Answer logIn(String code) {
        var token = logIn().ok().get("ephemeral_token").asString();
        return anonymous.post("auth/login/code/", Map.of("ephemeral_token", token, "code", code));
    }

    /** Sets up a second factor, and returns its secret. */
    String activateFactor() {
        var secret = api.post("auth/app/activate/", Map.of()).ok().get("secret").asString();
        confirm(secret).ok();
        return secret;
    }

    Api.Answer confirm(String secret) {
        return api.post("auth/app/activate/confirm/", Map.of("code", code(secret, 0)));
    }

    /** The code that an app shows, a number of steps from now. */
    static String code(String secret, int steps) {
        try {
            var key = new SecretKeySpec(new Base32().decode(secret), "HmacSHA1");
            return new TimeBasedOneTimePasswordGenerator()
                    .generateOneTimePasswordString(key, Instant.now().plusSeconds(30L * steps));
        } catch (InvalidKeyException e) {
            throw new AssertionError(e);
        }
    }
}
