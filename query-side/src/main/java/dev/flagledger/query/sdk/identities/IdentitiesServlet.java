package dev.flagledger.query.sdk.identities;

import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.error.Refusal;
import dev.flagledger.contract.error.text.SdkTexts;
import dev.flagledger.contract.form.BodyReader;
import dev.flagledger.contract.form.value.TextRules;
import dev.flagledger.query.sdk.flags.ApplicationServlet;
import dev.flagledger.query.sdk.flags.EnvironmentKeyAuthenticator;
import dev.flagledger.query.sdk.flags.PastFlags;
import dev.flagledger.query.sdk.flags.SdkRequest;
import dev.flagledger.query.sdk.identities.request.IdentityRequest;
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

    private static final Set<String> FALSE_VALUES = Set.of("", "0", "false", "no", "off");

    private final transient PastFlags past;
    private final transient IdentityResolver resolver;
    private final transient IdentityResponder answers;
    private final transient BodyReader bodies;

    IdentitiesServlet(
            EnvironmentKeyAuthenticator authenticator,
            PastFlags past,
            IdentityResolver resolver,
            IdentityResponder answers,
            BodyReader bodies) {
        super(authenticator);
        this.past = past;
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
            var parsed = IdentityRequest.read(bodies.read(request).form());
            sendFlags(sdk, parsed, request, response);
        } else {
            var identifier = request.getParameter("identifier");
            if (identifier == null || identifier.isEmpty()) {
                send(response, Map.of("detail", SdkTexts.IDENTIFIER_MISSING));
            } else {
                get(past.shown(sdk, request, response), identifier, request, response);
            }
        }
    }

    private void get(SdkRequest sdk, String identifier, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        TextRules.problemOf(identifier, IdentityRequest.MAX_IDENTIFIER).ifPresent(problem -> {
            throw InvalidInput.fields(Map.of("identifier", List.of(problem)));
        });
        boolean isTransient = isTrue(request.getParameter("transient"));
        var feature = request.getParameter("feature");
        // A transient identity is not looked up.
        var identity = isTransient
                ? ResolvedIdentity.unrecorded(identifier, List.of())
                : resolver.named(sdk, identifier, request, response);
        if (feature == null) {
            sendFlags(sdk, identity, response);
        } else {
            setUpdatedAt(sdk, response);
            setPosition(response);
            send(response, HttpStatus.OK, answers.flag(sdk, identity, feature));
        }
    }

    private void sendFlags(
            SdkRequest sdk, IdentityRequest parsed, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        sendFlags(sdk, resolver.of(sdk, parsed, request, response), response);
    }

    private void sendFlags(SdkRequest sdk, ResolvedIdentity identity, HttpServletResponse response) throws IOException {
        setUpdatedAt(sdk, response);
        setPosition(response);
        send(response, HttpStatus.OK, answers.respond(sdk, identity).bytes());
    }

    private static boolean isTrue(@Nullable String text) {
        return text != null && !FALSE_VALUES.contains(text.toLowerCase(Locale.ROOT));
    }
}
