package dev.flagledger.query.sdk.flags;

import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.error.Refusal;
import dev.flagledger.contract.error.text.SdkTexts;
import dev.flagledger.contract.http.ContractHeaders;
import dev.flagledger.installation.web.Positions;
import dev.flagledger.ledger.command.NotYetVisible;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpStatus;

/**
 * An address for applications, who show the key of an environment with every request. The key is looked at before the method
 * and the body.
 */
public abstract class ApplicationServlet extends HttpServlet {

    /** The value of {@code Vary} for answers that have one form. */
    public static final String VARY = ContractHeaders.VARY + ", " + EnvironmentKeyAuthenticator.KEY;

    private final transient EnvironmentKeyAuthenticator authenticator;

    protected ApplicationServlet(EnvironmentKeyAuthenticator authenticator) {
        this.authenticator = authenticator;
    }

    /** The methods that this address has, as one header names them. */
    protected abstract String methods(HttpServletRequest request);

    /** Answers a request with one of these methods; HEAD is answered as GET is. */
    protected abstract void answer(SdkRequest sdk, HttpServletRequest request, HttpServletResponse response)
            throws IOException;

    /** What is said of a key that opens nothing. */
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
            // Recorded all the same; but there are no flags to answer with, and SDKs take any success for flags.
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

    /** Says how new the data is that the answer was made of. */
    protected static void date(SdkRequest sdk, HttpServletResponse response) {
        response.addHeader(
                "X-Flagsmith-Document-Updated-At",
                UpdatedAt.text(sdk.environment().updatedAt()));
    }

    /** Says which position in the log the answer goes up to. */
    protected final void place(HttpServletResponse response) {
        response.setHeader(Positions.HEADER, authenticator.position());
    }

    /** Answers with this as JSON. */
    protected final void send(HttpServletResponse response, Object body) throws IOException {
        send(response, HttpStatus.OK, authenticator.json(body));
    }

    /** Answers with JSON in the form that the client prefers. */
    protected static void send(HttpServletRequest request, HttpServletResponse response, PreparedBody body)
            throws IOException {
        PreparedResponses.send(request, response, body);
    }

    /** Answers with what is JSON already. */
    protected static void send(HttpServletResponse response, HttpStatus status, byte[] body) throws IOException {
        PreparedResponses.send(response, status, body);
    }

    /** What is said of a flag that the application cannot see. */
    protected static Refusal unknownFeature() {
        return Refusal.detail(HttpStatus.NOT_FOUND, SdkTexts.FEATURE_NOT_FOUND);
    }
}
