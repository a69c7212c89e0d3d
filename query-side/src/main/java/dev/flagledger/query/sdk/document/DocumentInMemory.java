package dev.flagledger.query.sdk.document;

import dev.flagledger.contract.http.PreparedHeaders;
import dev.flagledger.contract.http.server.InMemoryHandler;
import dev.flagledger.contract.view.flag.Audience;
import dev.flagledger.query.sdk.flags.EnvironmentKeyAuthenticator;
import dev.flagledger.query.sdk.flags.PreparedResponses;
import java.time.Clock;
import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.springframework.stereotype.Component;

/** {@code GET /api/v1/environment-document/} of a prepared document. Other requests are left to {@link DocumentServlet}. */
@Component
final class DocumentInMemory implements InMemoryHandler {

    private final PreparedHeaders common = new PreparedHeaders(PreparedResponses.VARY, DocumentServlet.METHODS);

    private static final long NONE = -1;

    private final EnvironmentKeyAuthenticator authenticator;
    private final PreparedDocuments documents;
    private final Clock clock;

    DocumentInMemory(EnvironmentKeyAuthenticator authenticator, PreparedDocuments documents, Clock clock) {
        this.authenticator = authenticator;
        this.documents = documents;
        this.clock = clock;
    }

    @Override
    public Set<String> paths() {
        return Set.of(DocumentServlet.PATHS);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        var headers = request.getHeaders();
        var read = headers.contains(HttpHeader.IF_UNMODIFIED_SINCE) ? null : authenticator.plainRead(request);
        if (read == null || read.sdk().audience() == Audience.CLIENT) {
            return false;
        }
        var document = documents.ready(read.sdk());
        if (document == null) {
            return false;
        }
        var body = document.prepared();
        if (!body.isReady(read.gzip())) {
            return false;
        }
        documents.countHit();
        authenticator.count(read.sdk(), request);
        common.addTo(request, response);
        var matched = document.matchedTag(headers.getValuesList(HttpHeader.IF_NONE_MATCH), read.gzip());
        response.getHeaders()
                .add(HttpHeader.ETAG, matched.orElse(document.tag(read.gzip())).header());
        var now = clock.instant();
        response.getHeaders().add(HttpHeader.LAST_MODIFIED, document.lastModified(now));
        if (matched.isPresent()
                || document.isUnmodified(headers.contains(HttpHeader.IF_NONE_MATCH), modifiedSince(headers), now)) {
            response.setStatus(HttpStatus.NOT_MODIFIED_304);
            response.write(true, null, callback);
        } else {
            read.send(response, body, callback);
        }
        return true;
    }

    /** Returns the header in milliseconds since 1970, or {@link #NONE} if it is missing or invalid. */
    private static long modifiedSince(HttpFields headers) {
        try {
            return headers.getDateField(HttpHeader.IF_MODIFIED_SINCE);
        } catch (IllegalArgumentException _) {
            return NONE;
        }
    }
}
