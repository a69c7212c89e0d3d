package dev.flagledger.query.sdk.identities;

import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.error.Refusal;
import dev.flagledger.contract.form.Bodies;
import dev.flagledger.contract.form.TextRules;
import dev.flagledger.query.sdk.flags.Answers;
import dev.flagledger.query.sdk.flags.ApplicationServlet;
import dev.flagledger.query.sdk.flags.Doorkeeper;
import dev.flagledger.query.sdk.flags.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** {@code GET} and {@code POST /api/v1/identities/}: what the flags are for somebody. */
final class IdentitiesServlet extends ApplicationServlet {

    private static final Set<String> NOT = Set.of("", "0", "false", "no", "off");

    private final transient IdentityResolver resolver;
    private final transient IdentityAnswer answers;
    private final transient Bodies bodies;

    IdentitiesServlet(Doorkeeper door, IdentityResolver resolver, IdentityAnswer answers, Bodies bodies) {
        super(door);
        this.resolver = resolver;
        this.answers = answers;
        this.bodies = bodies;
    }

    static Refusal unknown() {
        return unknownFeature();
    }

    @Override
    protected String methods(HttpServletRequest request) {
        return "GET, POST, HEAD, OPTIONS";
    }

    @Override
    protected void answer(Visitor visitor, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (request.getMethod().equals("POST")) {
            var said = IdentityRequest.read(bodies.read(request).form());
            whole(visitor, said, request, response);
        } else {
            var identifier = request.getParameter("identifier");
            if (identifier == null || identifier.isEmpty()) {
                send(response, Map.of("detail", "Missing identifier"));
            } else {
                asked(visitor, identifier, request, response);
            }
        }
    }

    private void asked(Visitor visitor, String identifier, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        TextRules.problemOf(identifier, IdentityRequest.MAX_IDENTIFIER).ifPresent(problem -> {
            throw InvalidInput.fields(Map.of("identifier", List.of(problem)));
        });
        boolean passing = isTrue(request.getParameter("transient"));
        var feature = request.getParameter("feature");
        if (!passing && feature == null) {
            whole(visitor, new IdentityRequest(identifier, false, List.of()), request, response);
            return;
        }
        // Whoever is asked for in passing is not even looked up.
        var identity = passing
                ? ResolvedIdentity.stranger(identifier, List.of())
                : resolver.named(visitor, identifier, request, response);
        if (feature == null) {
            whole(visitor, identity, response);
        } else {
            date(visitor, response);
            place(response);
            send(response, HttpStatus.OK, answers.flag(visitor, identity, feature));
        }
    }

    private void whole(Visitor visitor, IdentityRequest said, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        whole(visitor, resolver.of(visitor, said, request, response), response);
    }

    private void whole(Visitor visitor, ResolvedIdentity identity, HttpServletResponse response) throws IOException {
        date(visitor, response);
        place(response);
        var answer = answers.whole(visitor, identity);
        Answers.begin(response, HttpStatus.OK, answer.length());
        answer.writeTo(response.getOutputStream());
    }

    private static boolean isTrue(@Nullable String word) {
        return word != null && !NOT.contains(word.toLowerCase(Locale.ROOT));
    }
}
