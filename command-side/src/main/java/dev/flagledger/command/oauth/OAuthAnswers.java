package dev.flagledger.command.oauth;

import dev.flagledger.access.oauth.message.OAuthRefused;
import dev.flagledger.contract.error.ExceptionTranslator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The answers to requests of the OAuth protocol that are refused, in the form that it has for them. */
@Component
final class OAuthAnswers implements ExceptionTranslator {

    /** Clients may authenticate like this, so RFC 6749, 5.2 demands it. */
    private static final String CHALLENGE = "Basic realm=\"oauth\"";

    @Override
    public Optional<ResponseEntity<Object>> translate(Exception failure) {
        return failure instanceof OAuthRefused refused ? Optional.of(answer(refused)) : Optional.empty();
    }

    private static ResponseEntity<Object> answer(OAuthRefused refused) {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("error", refused.code());
        if (!refused.description().isEmpty()) {
            body.put("error_description", refused.description());
        }
        var answer = ResponseEntity.status(refused.status());
        if (refused.status() == HttpStatus.UNAUTHORIZED.value()) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
        }
        return answer.body(body);
    }
}
