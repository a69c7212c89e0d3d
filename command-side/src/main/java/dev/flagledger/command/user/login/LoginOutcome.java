package dev.flagledger.command.user.login;

import dev.flagledger.access.session.CookieSettings;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;

/** What a client gets for a login. */
public sealed interface LoginOutcome {

    /** The user's token, of 40 lower-case hex digits; null if the client gets something else. */
    @Nullable String key();

    /** The headers of the response, whatever its body. */
    HttpHeaders headers();

    /** The response to a login, with further fields if it has a body that tells of a finished one. */
    ResponseEntity<Map<String, Object>> answer(Map<String, ?> more);

    /** The response to a login. */
    default ResponseEntity<Map<String, Object>> answer() {
        return answer(Map.of());
    }

    /** The user is logged in by a token. */
    record Key(String key) implements LoginOutcome {
        @Override
        public HttpHeaders headers() {
            return HttpHeaders.EMPTY;
        }

        @Override
        public ResponseEntity<Map<String, Object>> answer(Map<String, ?> more) {
            var body = new HashMap<String, Object>(more);
            body.put("key", key);
            return new ResponseEntity<>(body, HttpStatus.OK);
        }
    }

    /** The user is logged in by a cookie. */
    record Cookie(ResponseCookie cookie) implements LoginOutcome {

        static Cookie of(CookieSettings settings, String value) {
            return new Cookie(SessionCookies.of(settings, value, CookieSettings.LONGEST));
        }

        @Override
        public @Nullable String key() {
            return null;
        }

        @Override
        public HttpHeaders headers() {
            var headers = new HttpHeaders();
            headers.add(HttpHeaders.SET_COOKIE, cookie.toString());
            return headers;
        }

        @Override
        public ResponseEntity<Map<String, Object>> answer(Map<String, ?> more) {
            return new ResponseEntity<>(headers(), HttpStatus.NO_CONTENT);
        }
    }

    /** The password was right, but a code of the second factor is needed too. The token is for {@code auth/login/code/}. */
    record CodeAsked(String ephemeralToken) implements LoginOutcome {
        @Override
        public @Nullable String key() {
            return null;
        }

        @Override
        public HttpHeaders headers() {
            return HttpHeaders.EMPTY;
        }

        @Override
        public ResponseEntity<Map<String, Object>> answer(Map<String, ?> more) {
            return new ResponseEntity<>(Map.of("ephemeral_token", ephemeralToken, "method", "app"), HttpStatus.OK);
        }
    }
}
