package dev.flagledger.query.sdk.flags;

import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.error.Refusal;
import dev.flagledger.contract.error.text.SdkTexts;
import dev.flagledger.contract.http.ContractHeaders;
import dev.flagledger.installation.web.Positions;
import dev.flagledger.ledger.command.NotYetVisible;
import dev.flagledger.query.sdk.flags.body.PreparedBody;
import dev.flagledger.query.sdk.flags.body.UpdatedAt;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** A servlet for requests that carry an environment key. The key is checked before the method and the body. */
public abstract class ApplicationServlet extends HttpServlet {

    /** The value of {@code Vary} for responses that are never compressed. */
    public static final String VARY = ContractHeaders.VARY + ", " + EnvironmentKeyAuthenticator.KEY;

    private final transient EnvironmentKeyAuthenticator authenticator;

    protected ApplicationServlet(EnvironmentKeyAuthenticator authenticator) {
        this.authenticator = authenticator;
    }

    /** Returns the methods of this path as the value of an {@code Allow} header. */
    protected abstract String methods(HttpServletRequest request);

    /** Handles a request with one of these methods; HEAD is handled as GET. */
    protected abstract void answer(SdkRequest sdk, HttpServletRequest request, HttpServletResponse response)
            throws IOException;

    /** Returns the refusal of an unknown key. */
    protected Refusal unknownKey() {
        return EnvironmentKeyAuthenticator.unknownKey();
    }

    @Override
    protected final void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ContractHeaders.on(request, response, VARY);
        if (ContractHeaders.answeredPreflight(request, response)) {
            return;
        }
        var methods = methods(request);
        response.addHeader("Allow", methods);
        try {
            admit(methods, request, response);
        } catch (Refusal e) {
            send(response, e.status(), authenticator.json(e.body()));
        } catch (InvalidInput e) {
            send(response, HttpStatus.BAD_REQUEST, authenticator.json(e.body()));
        } catch (NotYetVisible _) {
            // The report is recorded, but there are no flags yet, and SDKs take any success for flags.
            send(
                    response,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    authenticator.json(Map.of("detail", SdkTexts.NOT_YET_VISIBLE)));
        } catch (RuntimeException e) {
            authenticator.explain(request, response, e);
        }
    }

    private void admit(String methods, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var sdk = authenticator.admit(request, this::unknownKey);
        var method = request.getMethod();
        if (!names(methods, method)) {
            throw Refusal.detail(HttpStatus.METHOD_NOT_ALLOWED, SdkTexts.methodNotAllowed(method));
        }
        if (method.equals("OPTIONS")) {
            response.setContentLength(0);
        } else {
            answer(sdk, request, response);
        }
    }

    private static boolean names(String methods, String method) {
        return (" " + methods + ",").contains(" " + method + ",");
    }

    /** Sets the header with the time of the environment's last change. */
    protected static void setUpdatedAt(SdkRequest sdk, HttpServletResponse response) {
        response.addHeader(
                "X-Flagsmith-Document-Updated-At",
                UpdatedAt.text(sdk.environment().updatedAt()));
    }

    /** Sets the header with the log position that this node has reached, unless an earlier state has set its own. */
    protected final void setPosition(HttpServletResponse response) {
        if (!response.containsHeader(Positions.HEADER)) {
            response.setHeader(Positions.HEADER, authenticator.position());
        }
    }

    /** Sends the object as JSON. */
    protected final void send(HttpServletResponse response, Object body) throws IOException {
        send(response, HttpStatus.OK, authenticator.json(body));
    }

    /** Sends the body in the form that the client prefers. */
    protected static void send(HttpServletRequest request, HttpServletResponse response, PreparedBody body)
            throws IOException {
        PreparedResponses.send(request, response, body);
    }

    /** Sends encoded JSON. */
    protected static void send(HttpServletResponse response, HttpStatus status, byte[] body) throws IOException {
        PreparedResponses.send(response, status, body);
    }

    /** Returns the refusal of a flag that does not exist or is hidden from the application. */
    protected static Refusal unknownFeature() {
        return Refusal.detail(HttpStatus.NOT_FOUND, SdkTexts.FEATURE_NOT_FOUND);
    }
}
