package dev.flagledger.query.sdk.ofrep;

import dev.flagledger.contract.error.BodyTooLarge;
import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.error.Refusal;
import dev.flagledger.contract.error.UnsupportedMediaType;
import dev.flagledger.contract.error.text.OfrepTexts;
import dev.flagledger.contract.error.text.SdkTexts;
import dev.flagledger.contract.form.BodyReader;
import dev.flagledger.contract.http.ContractHeaders;
import dev.flagledger.contract.http.Credentials;
import dev.flagledger.contract.http.EntityTag;
import dev.flagledger.contract.http.path.NamedPath;
import dev.flagledger.contract.http.path.RawPath;
import dev.flagledger.engine.evaluation.environment.IdentityFlag;
import dev.flagledger.query.sdk.flags.EnvironmentKeyAuthenticator;
import dev.flagledger.query.sdk.flags.PreparedResponses;
import dev.flagledger.query.sdk.flags.SdkRequest;
import dev.flagledger.query.sdk.identities.Evaluations;
import dev.flagledger.query.sdk.identities.IdentityResolver;
import dev.flagledger.query.sdk.identities.PreparedEnvironments;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code POST /ofrep/v1/evaluate/flags} for all flags, {@code POST /ofrep/v1/evaluate/flags/{key}} for one. Authenticated by a
 * client-side or server-side environment key, as {@code X-API-Key} or as a bearer token.
 */
final class OfrepServlet extends HttpServlet {

    static final String ADDRESS = "/ofrep/v1/evaluate/flags/";

    /** The path of one flag. */
    static final NamedPath FLAG = new NamedPath(ADDRESS);

    private final transient EnvironmentKeyAuthenticator authenticator;
    private final transient BodyReader bodies;
    private final transient IdentityResolver resolver;
    private final transient PreparedEnvironments environments;
    private final transient Evaluations evaluations;
    private final transient JsonMapper json;

    OfrepServlet(
            EnvironmentKeyAuthenticator authenticator,
            BodyReader bodies,
            IdentityResolver resolver,
            PreparedEnvironments environments,
            Evaluations evaluations,
            JsonMapper json) {
        this.authenticator = authenticator;
        this.bodies = bodies;
        this.resolver = resolver;
        this.environments = environments;
        this.evaluations = evaluations;
        this.json = json;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ContractHeaders.on(request, response);
        if (ContractHeaders.answeredPreflight(request, response)) {
            return;
        }
        response.addHeader("Allow", "POST, OPTIONS");
        if (request.getMethod().equals("OPTIONS")) {
            response.setContentLength(0);
            return;
        }
        if (!request.getMethod().equals("POST")) {
            var detail = Map.of("detail", SdkTexts.methodNotAllowed(request.getMethod()));
            PreparedResponses.send(response, HttpStatus.METHOD_NOT_ALLOWED, json.writeValueAsBytes(detail));
            return;
        }
        try {
            answer(authenticator.admit(request, key(request)), request, response);
        } catch (Refusal _) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } catch (InvalidContext e) {
            fail(response, HttpStatus.BAD_REQUEST, name(request), e.code(), String.valueOf(e.getMessage()));
        } catch (BodyTooLarge _) {
            fail(response, HttpStatus.CONTENT_TOO_LARGE, name(request), "PARSE_ERROR", OfrepTexts.TOO_LARGE);
        } catch (InvalidInput | UnsupportedMediaType _) {
            fail(response, HttpStatus.BAD_REQUEST, name(request), "PARSE_ERROR", OfrepTexts.UNREADABLE);
        } catch (RuntimeException e) {
            authenticator.explain(request, response, e);
        }
    }

    private static @Nullable String key(HttpServletRequest request) {
        return Credentials.bearer(request).orElseGet(() -> request.getHeader("X-API-Key"));
    }

    /** Returns the name of the requested flag; empty for all. Some clients do not escape a slash in it. */
    private static Optional<String> name(HttpServletRequest request) {
        return FLAG.name(RawPath.of(request))
                .or(() -> Optional.ofNullable(request.getPathInfo()).map(path -> path.replaceAll("^/|/$", "")))
                .filter(name -> !name.isEmpty());
    }

    private void answer(SdkRequest sdk, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var context = OfrepContext.read(bodies.read(request).json());
        var identity = resolver.of(sdk, context, request, response);
        var environment = environments.of(sdk);
        var name = name(request);
        if (name.isEmpty()) {
            all(environment.flags(identity, sdk.audience()), request, response);
            if (!"".equals(context.identifier())) {
                evaluations.tell(sdk, identity);
            }
            return;
        }
        var flag = environment.flag(identity, sdk.audience(), name.get()).map(OfrepFlag::of);
        if (flag.isPresent()) {
            PreparedResponses.send(response, HttpStatus.OK, json.writeValueAsBytes(flag.get()));
        } else {
            fail(response, HttpStatus.NOT_FOUND, name, "FLAG_NOT_FOUND", OfrepTexts.NO_FLAG);
        }
    }

    private void all(List<IdentityFlag> flags, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var evaluated = flags.stream().map(OfrepFlag::of).toList();
        var body = json.writeValueAsBytes(Map.of("flags", evaluated));
        var tag = EntityTag.of(body);
        response.setHeader("ETag", tag.header());
        if (tag.isKnown(request)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        } else {
            PreparedResponses.send(response, HttpStatus.OK, body);
        }
    }

    private void fail(
            HttpServletResponse response, HttpStatus status, Optional<String> name, String code, String details)
            throws IOException {
        var about = name.isEmpty()
                ? Map.of("errorCode", code, "errorDetails", details)
                : Map.of("key", name.get(), "errorCode", code, "errorDetails", details);
        PreparedResponses.send(response, status, json.writeValueAsBytes(about));
    }
}
