package dev.flagledger.contract.http.server;

import dev.flagledger.contract.text.Escapes;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/** Repairs invalid percent escapes in queries: Jetty would refuse the whole query for one, and users search for "50%". */
final class QueryRepair implements HttpConfiguration.Customizer {

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        var query = request.getHttpURI().getQuery();
        if (query == null) {
            return request;
        }
        var repaired = Escapes.repaired(query);
        return repaired.equals(query)
                ? request
                : Request.serveAs(
                        request,
                        HttpURI.build(request.getHttpURI()).query(repaired).asImmutable());
    }
}
