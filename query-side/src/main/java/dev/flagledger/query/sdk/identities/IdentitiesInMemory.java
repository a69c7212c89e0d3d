package dev.flagledger.query.sdk.identities;

import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.form.ParsedBody;
import dev.flagledger.contract.http.server.InMemoryHandler;
import dev.flagledger.query.sdk.flags.EnvironmentKeyAuthenticator;
import dev.flagledger.query.sdk.flags.SdkRequest;
import dev.flagledger.query.sdk.identities.request.IdentityRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * {@code GET} and {@code POST /api/v1/identities/} for an identity with a cached response and no new or transient traits, if the
 * body has arrived with the header. Other requests are left to {@link IdentitiesServlet}, which may look up, record and evaluate.
 */
@Component
final class IdentitiesInMemory implements InMemoryHandler {

    private static final String IDENTIFIER = "identifier=";
    private static final char UNDECODABLE = '\uFFFD';

    private final EnvironmentKeyAuthenticator authenticator;
    private final IdentityResponder answers;
    private final IdentitySender sender;

    IdentitiesInMemory(EnvironmentKeyAuthenticator authenticator, IdentityResponder answers, IdentitySender sender) {
        this.authenticator = authenticator;
        this.answers = answers;
        this.sender = sender;
    }

    @Override
    public Set<String> paths() {
        return Set.of(IdentitiesServlet.PATHS);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        var sdk = authenticator.remembered(request);
        return sdk != null && isAnswered(sdk, request, response, callback);
    }

    private boolean isAnswered(SdkRequest sdk, Request request, Response response, Callback callback) {
        var reported = parsed(request);
        var answer = reported == null ? null : answers.remembered(sdk, reported);
        if (answer == null) {
            return false;
        }
        authenticator.count(sdk, request);
        sender.send(sdk, answer, request, response, callback);
        return true;
    }

    private static @Nullable IdentityRequest parsed(Request request) {
        var query = request.getHttpURI().getQuery();
        if (HttpMethod.POST.is(request.getMethod())) {
            return query == null ? fromBody(request) : null;
        }
        boolean isPlain = HttpMethod.GET.is(request.getMethod())
                && query != null
                && request.getLength() <= 0
                && !request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
        return isPlain ? fromQuery(query) : null;
    }

    private static @Nullable IdentityRequest fromBody(Request request) {
        try {
            var body = ParsedBody.arrived(request);
            return body == null ? null : IdentityRequest.read(body.form());
        } catch (InvalidInput _) {
            return null;
        }
    }

    /** Parses a query with an identifier and nothing else; null for any other, and if an escape is malformed. */
    static @Nullable IdentityRequest fromQuery(String query) {
        if (!query.startsWith(IDENTIFIER) || query.indexOf('&') >= 0) {
            return null;
        }
        try {
            var identifier = URLDecoder.decode(query.substring(IDENTIFIER.length()), StandardCharsets.UTF_8);
            return identifier.indexOf(UNDECODABLE) < 0 ? new IdentityRequest(identifier, false, List.of()) : null;
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
