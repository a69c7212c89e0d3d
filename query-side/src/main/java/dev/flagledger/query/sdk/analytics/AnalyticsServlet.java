package dev.flagledger.query.sdk.analytics;

import dev.flagledger.contract.form.BodyReader;
import dev.flagledger.contract.form.ParsedBody;
import dev.flagledger.query.sdk.flags.ApplicationServlet;
import dev.flagledger.query.sdk.flags.EnvironmentKeyAuthenticator;
import dev.flagledger.query.sdk.flags.SdkRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.function.Function;

/** A servlet for one of the two forms of reports. */
abstract class AnalyticsServlet extends ApplicationServlet {

    static final String METHODS = "POST, OPTIONS";

    private final transient ReportCounter counter;
    private final transient BodyReader bodies;

    AnalyticsServlet(EnvironmentKeyAuthenticator authenticator, ReportCounter counter, BodyReader bodies) {
        super(authenticator);
        this.counter = counter;
        this.bodies = bodies;
    }

    @Override
    protected final String methods(HttpServletRequest request) {
        return METHODS;
    }

    /** Reads a report from the body and counts it. */
    final void count(SdkRequest sdk, HttpServletRequest request, Function<ParsedBody, Map<String, Long>> counts)
            throws IOException {
        counter.count(sdk, counts.apply(bodies.read(request)));
    }
}
