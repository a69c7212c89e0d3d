package dev.flagledger.query.sdk.flags;

import dev.flagledger.access.secret.KeyUses;
import dev.flagledger.access.secret.ServerKeys.Owner;
import dev.flagledger.contract.error.Refusal;
import dev.flagledger.contract.error.text.SdkTexts;
import dev.flagledger.contract.http.AcceptEncoding;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.installation.web.Positions;
import dev.flagledger.ledger.history.History;
import dev.flagledger.query.usage.CallCounter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import tools.jackson.databind.json.JsonMapper;

/** Authenticates applications by their environment key, and renders their errors as those of the admin API. */
@Component
public final class EnvironmentKeyAuthenticator {

    static final String KEY = "X-Environment-Key";

    private final History<Installation> history;
    private final EnvironmentKeys keys;
    private final KeyUses uses;
    private final Positions positions;
    private final JsonMapper json;
    private final CallCounter counter;
    private final ObjectProvider<HandlerExceptionResolver> errors;

    /** Exception resolvers are looked up lazily, because servlets are created before controllers. */
    EnvironmentKeyAuthenticator(
            History<Installation> history,
            EnvironmentKeys keys,
            KeyUses uses,
            Positions positions,
            JsonMapper json,
            CallCounter counter,
            @Qualifier("handlerExceptionResolver") ObjectProvider<HandlerExceptionResolver> errors) {
        this.history = history;
        this.keys = keys;
        this.uses = uses;
        this.positions = positions;
        this.json = json;
        this.counter = counter;
        this.errors = errors;
    }

    /** Authenticates and counts a request. A key that is unknown is refused with {@code unknownKey}. */
    SdkRequest admit(HttpServletRequest request, Supplier<Refusal> unknownKey) {
        var sdk = admit(request, request.getHeader(KEY), unknownKey);
        counter.count(sdk.project(), sdk.environment(), request.getRequestURI());
        return sdk;
    }

    /** Counts an authenticated request. */
    public void count(SdkRequest sdk, Request request) {
        counter.count(sdk.project(), sdk.environment(), request.getHttpURI().getPath());
    }

    /**
     * Authenticates a GET without a query, a body or a position to wait for, from memory.
     *
     * @return null for any other request, or if the key is not known in memory
     */
    public @Nullable PlainRead plainRead(Request request) {
        var headers = request.getHeaders();
        boolean plain = HttpMethod.GET.is(request.getMethod())
                && request.getHttpURI().getQuery() == null
                && request.getLength() <= 0
                && !headers.contains(HttpHeader.TRANSFER_ENCODING);
        var sdk = plain ? remembered(request) : null;
        return sdk == null
                ? null
                : new PlainRead(
                        request, sdk, AcceptEncoding.prefersGzip(headers.getValuesList(HttpHeader.ACCEPT_ENCODING)));
    }

    /**
     * Authenticates a request from memory, without counting it.
     *
     * @return null if there is a position to wait for, or the key is not known in memory
     */
    public @Nullable SdkRequest remembered(Request request) {
        var headers = request.getHeaders();
        var key = headers.get(KEY);
        if (key == null || headers.contains(Positions.HEADER) || !history.caughtUp()) {
            return null;
        }
        var installation = history.state();
        var environment = keys.resolveFromMemory(installation, key).orElse(null);
        var project = environment == null
                ? null
                : installation.project(environment.projectId()).orElse(null);
        return environment == null || project == null
                ? null
                : new SdkRequest(installation, project, environment, EnvironmentKeys.audience(key));
    }

    /** Authenticates a request by a key from elsewhere than the usual header, without counting it. */
    public SdkRequest admit(HttpServletRequest request, @Nullable String key) {
        return admit(request, key, EnvironmentKeyAuthenticator::unknownKey);
    }

    private SdkRequest admit(HttpServletRequest request, @Nullable String key, Supplier<Refusal> unknownKey) {
        if (key == null || key.isEmpty()) {
            throw missingKey();
        }
        positions.awaitWanted(request);
        var installation = history.state();
        var environment =
                keys.resolve(installation, key, owner -> used(owner, request)).orElseThrow(unknownKey);
        var project = installation.project(environment.projectId()).orElseThrow();
        return new SdkRequest(installation, project, environment, EnvironmentKeys.audience(key));
    }

    private void used(Owner owner, HttpServletRequest request) {
        uses.ofServerKey(owner, SdkRequest.attribution(owner.environmentId(), request));
    }

    /** Returns the refusal of a request without a key, or with a kind of key that the route does not accept. */
    public static Refusal missingKey() {
        return Refusal.detail(HttpStatus.FORBIDDEN, SdkTexts.KEY_MISSING);
    }

    /** Returns the refusal of an unknown key. */
    static Refusal unknownKey() {
        return Refusal.detail(HttpStatus.FORBIDDEN, SdkTexts.KEY_UNKNOWN);
    }

    byte[] json(Object body) {
        return json.writeValueAsBytes(body);
    }

    /** Returns the log position that this node has reached, which includes every write it has responded to. */
    String position() {
        return Long.toString(positions.reached());
    }

    /** Sends the error response for the exception; throws it if there is none. */
    public void explain(HttpServletRequest request, HttpServletResponse response, RuntimeException problem) {
        if (errors.getObject().resolveException(request, response, null, problem) == null) {
            throw problem;
        }
    }
}
