package dev.flagledger.command.oauth;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.flagledger.access.oauth.TokenLookups;
import dev.flagledger.access.oauth.TokenLookups.Known;
import dev.flagledger.access.oauth.message.FormMessage;
import dev.flagledger.access.session.application.Application;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The endpoint where clients with a secret ask what a token is for (RFC 7662). */
@RestController
class IntrospectionController {

    private final OAuthForms forms;
    private final TokenLookups tokens;

    IntrospectionController(OAuthForms forms, TokenLookups tokens) {
        this.forms = forms;
        this.tokens = tokens;
    }

    /**
     * What is known of a token. The names are the protocol's.
     *
     * @param scope null if the token is not good; also the following
     * @param exp when it expires, in seconds since 1970
     * @param username the user's e-mail address
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TokenView(
            boolean active,
            @Nullable String scope,
            @Nullable Long exp,
            @Nullable String clientId,
            @Nullable String username) {

        static TokenView of(Optional<Known> known) {
            return known.map(TokenView::of).orElseGet(() -> new TokenView(false, null, null, null, null));
        }

        private static TokenView of(Known known) {
            var session = known.session();
            var application = Optional.ofNullable(session.application());
            return new TokenView(
                    true,
                    application.map(of -> of.scope().wireName()).orElse(null),
                    known.expiresAt().getEpochSecond(),
                    application.map(Application::clientId).orElse(null),
                    session.account().email());
        }
    }

    @PostMapping("/o/introspect")
    ResponseEntity<TokenView> posted(HttpServletRequest request) throws IOException {
        return answer(forms.read(request));
    }

    @GetMapping("/o/introspect")
    ResponseEntity<TokenView> asked(HttpServletRequest request) {
        return answer(OAuthForms.query(request));
    }

    private ResponseEntity<TokenView> answer(FormMessage message) {
        var answer = tokens.introspect(message);
        return answer.allowed()
                ? ResponseEntity.ok(TokenView.of(answer.known()))
                : ResponseEntity.status(HttpStatus.FORBIDDEN).build();
    }
}
