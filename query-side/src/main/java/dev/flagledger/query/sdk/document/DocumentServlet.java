package dev.flagledger.query.sdk.document;

import dev.flagledger.contract.error.Refusal;
import dev.flagledger.contract.view.flag.Audience;
import dev.flagledger.query.sdk.flags.ApplicationServlet;
import dev.flagledger.query.sdk.flags.EnvironmentKeyAuthenticator;
import dev.flagledger.query.sdk.flags.PastFlags;
import dev.flagledger.query.sdk.flags.PreparedResponses;
import dev.flagledger.query.sdk.flags.SdkRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Collections;
import org.springframework.http.HttpStatus;

/** {@code GET /api/v1/environment-document/}: what SDKs need to evaluate flags locally. */
final class DocumentServlet extends ApplicationServlet {

    /** The path, with and without a trailing slash. */
    static final String[] PATHS = {"/api/v1/environment-document/", "/api/v1/environment-document"};

    static final String METHODS = "GET, HEAD, OPTIONS";

    private static final String IF_NONE_MATCH = "If-None-Match";
    private static final long NONE = -1;
    private static final long MILLIS = 1000;

    private final transient PastFlags past;
    private final transient PreparedDocuments documents;
    private final transient Clock clock;

    DocumentServlet(
            EnvironmentKeyAuthenticator authenticator, PastFlags past, PreparedDocuments documents, Clock clock) {
        super(authenticator);
        this.past = past;
        this.documents = documents;
        this.clock = clock;
    }

    /** On this route an unknown key gets the text of a missing one. */
    @Override
    protected Refusal unknownKey() {
        return EnvironmentKeyAuthenticator.missingKey();
    }

    @Override
    protected String methods(HttpServletRequest request) {
        return METHODS;
    }

    @Override
    protected void answer(SdkRequest asked, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (asked.audience() == Audience.CLIENT) {
            throw EnvironmentKeyAuthenticator.missingKey();
        }
        var now = clock.instant();
        var sdk = past.shown(asked, request, response);
        var document = documents.of(sdk);
        long date = document.date().at(now);
        boolean gzip = PreparedResponses.prefersGzip(request);
        response.setHeader("Vary", PreparedResponses.VARY);
        var matched = document.matchedTag(Collections.list(request.getHeaders(IF_NONE_MATCH)), gzip);
        response.setHeader("ETag", document.tag(gzip).header());
        response.setHeader("Last-Modified", document.lastModified(now));
        if (isTooNew(request, date)) {
            response.setStatus(HttpStatus.PRECONDITION_FAILED.value());
            response.setContentLength(0);
        } else if (matched.isPresent()
                || document.isUnmodified(
                        request.getHeader(IF_NONE_MATCH) != null, millis(request, "If-Modified-Since"), now)) {
            matched.ifPresent(tag -> response.setHeader("ETag", tag.header()));
            response.setStatus(HttpStatus.NOT_MODIFIED.value());
        } else {
            setUpdatedAt(sdk, response);
            send(request, response, document.prepared());
        }
    }

    private static boolean isTooNew(HttpServletRequest request, long date) {
        long since = millis(request, "If-Unmodified-Since");
        return since != NONE && Math.floorDiv(since, MILLIS) < date;
    }

    /** Returns the header in milliseconds since 1970, or {@link #NONE} if it is missing or invalid. */
    private static long millis(HttpServletRequest request, String header) {
        try {
            return request.getDateHeader(header);
        } catch (IllegalArgumentException _) {
            return NONE;
        }
    }
}
