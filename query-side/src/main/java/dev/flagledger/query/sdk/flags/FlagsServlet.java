package dev.flagledger.query.sdk.flags;

import dev.flagledger.contract.view.flag.FlagView;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code GET /api/v1/flags/}: the flags of the environment that the key belongs to. */
final class FlagsServlet extends ApplicationServlet {

    /** The path, with and without a trailing slash. */
    static final String[] PATHS = {"/api/v1/flags/", "/api/v1/flags"};

    static final String METHODS = "GET, HEAD, OPTIONS";

    private final transient PastFlags past;
    private final transient PreparedFlags prepared;

    FlagsServlet(EnvironmentKeyAuthenticator authenticator, PastFlags past, PreparedFlags prepared) {
        super(authenticator);
        this.past = past;
        this.prepared = prepared;
    }

    @Override
    protected String methods(HttpServletRequest request) {
        return METHODS;
    }

    @Override
    protected void answer(SdkRequest asked, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var sdk = past.shown(asked, request, response);
        var feature = request.getParameter("feature");
        if (feature == null) {
            setUpdatedAt(sdk, response);
            send(request, response, prepared.of(sdk).prepared(sdk.audience()));
        } else {
            send(
                    response,
                    FlagView.byName(sdk.project(), sdk.environment(), sdk.audience(), feature)
                            .orElseThrow(ApplicationServlet::unknownFeature));
        }
    }
}
