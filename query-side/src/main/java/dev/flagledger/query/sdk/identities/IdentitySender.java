package dev.flagledger.query.sdk.identities;

import dev.flagledger.contract.http.PreparedHeaders;
import dev.flagledger.installation.web.Positions;
import dev.flagledger.query.sdk.flags.ApplicationServlet;
import dev.flagledger.query.sdk.flags.SdkRequest;
import dev.flagledger.query.sdk.flags.body.UpdatedAt;
import dev.flagledger.query.sdk.identities.registry.IdentityResponse;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.springframework.stereotype.Component;

/** Sends responses about identities without blocking. */
@Component
final class IdentitySender {

    private static final HttpField JSON = new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, "application/json");

    private final PreparedHeaders common = new PreparedHeaders(ApplicationServlet.VARY, IdentitiesServlet.METHODS);
    private final Positions positions;
    private final PooledResponses pooled = new PooledResponses();

    IdentitySender(Positions positions) {
        this.positions = positions;
    }

    void send(SdkRequest sdk, IdentityResponse answer, Request request, Response response, Callback callback) {
        common.addTo(request, response);
        var headers = response.getHeaders();
        headers.add(
                "X-Flagsmith-Document-Updated-At",
                UpdatedAt.text(sdk.environment().updatedAt()));
        headers.add(Positions.HEADER, Long.toString(positions.reached()));
        headers.add(JSON);
        headers.add(HttpHeader.CONTENT_LENGTH, answer.length());
        response.setStatus(200);
        pooled.write(answer, request, response, callback);
    }
}
