package dev.flagledger.query.sdk.identities;

import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.error.Refusal;
import dev.flagledger.contract.error.text.SdkTexts;
import dev.flagledger.contract.form.BodyReader;
import dev.flagledger.contract.form.value.TextRules;
import dev.flagledger.query.sdk.flags.ApplicationServlet;
import dev.flagledger.query.sdk.flags.EnvironmentKeyAuthenticator;
import dev.flagledger.query.sdk.flags.SdkRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** {@code GET} and {@code POST /api/v1/identities/}: the flags of an identity. */
final class IdentitiesServlet extends ApplicationServlet {

    /** The path, with and without a trailing slash. */
    static final String[] PATHS = {"/api/v1/identities/", "/api/v1/identities"};

    static final String METHODS = "GET, POST, HEAD, OPTIONS";

    private static final Set<String> NOT = Set.of("", "0", "false", "no", "off");

    private final transient IdentityResolver resolver;
    private final transient IdentityResponder answers;
    private final transient BodyReader bodies;

    IdentitiesServlet(
            EnvironmentKeyAuthenticator authenticator,
            IdentityResolver resolver,
            IdentityResponder answers,
            BodyReader bodies) {
        super(authenticator);
        this.resolver = resolver;
        this.answers = answers;
        this.bodies = bodies;
    }

    static Refusal unknown() {
        return unknownFeature();
    }

    @Override
    protected String methods(HttpServletRequest request) {
        return METHODS;
    }

    @Override
    protected void answer(SdkRequest sdk, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getMethod().equals("POST")) {
            var said = IdentityRequest.read(bodies.read(request).form());
            whole(sdk, said, request, response);
        } else {
            var identifier = request.getParameter("identifier");
            if (identifier == null || identifier.isEmpty()) {
                send(response, Map.of("detail", SdkTexts.IDENTIFIER_MISSING));
            } else {
                asked(sdk, identifier, request, response);
            }
        }
    }

    private void asked(SdkRequest sdk, String identifier, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        TextRules.problemOf(identifier, IdentityRequest.MAX_IDENTIFIER).ifPresent(problem -> {
            throw InvalidInput.fields(Map.of("identifier", List.of(problem)));
        });
        boolean isTransient = isTrue(request.getParameter("transient"));
        var feature = request.getParameter("feature");
        if (!isTransient && feature == null) {
            whole(sdk, new IdentityRequest(identifier, false, List.of()), request, response);
            return;
        }
        // A transient identity is not looked up.
        var identity = isTransient
                ? ResolvedIdentity.stranger(identifier, List.of())
                : resolver.named(sdk, identifier, request, response);
        if (feature == null) {
            whole(sdk, identity, response);
        } else {
            date(sdk, response);
            place(response);
            send(response, HttpStatus.OK, answers.flag(sdk, identity, feature));
        }
    }

    private void whole(SdkRequest sdk, IdentityRequest said, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        whole(sdk, resolver.of(sdk, said, request, response), response);
    }

    private void whole(SdkRequest sdk, ResolvedIdentity identity, HttpServletResponse response) throws IOException {
        date(sdk, response);
        place(response);
        send(response, HttpStatus.OK, answers.whole(sdk, identity).bytes());
    }

    private static boolean isTrue(@Nullable String word) {
        return word != null && !NOT.contains(word.toLowerCase(Locale.ROOT));
    }
}
