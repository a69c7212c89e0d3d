package dev.flagledger.access.oidc;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import dev.flagledger.access.issuer.IssuerRules;
import dev.flagledger.access.outbound.http.OutboundHttp;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.Map;
import java.util.stream.Collectors;

/** Sends the library's requests, to allowed hosts only and never in clear over a network. */
final class ProviderHttp implements HTTPRequestSender, ResourceRetriever {

    private static final String FORM = "application/x-www-form-urlencoded";

    private final OutboundHttp http;

    ProviderHttp(OutboundHttp http) {
        this.http = http;
    }

    @Override
    public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest request) throws IOException {
        var uri = safe(request.getURI());
        var headers = request.getHeaderMap().entrySet().stream()
                .filter(header -> !header.getKey().equalsIgnoreCase("Content-Type"))
                .collect(Collectors.toMap(Map.Entry::getKey, header -> String.join(", ", header.getValue())));
        var body = request.getBody();
        return response(body == null ? http.get(uri, headers) : http.post(uri, FORM, body, headers));
    }

    @Override
    public Resource retrieveResource(URL url) throws IOException {
        var answer = get(uri(url));
        return new Resource(answer.body(), answer.contentType());
    }

    /** Reads a document that must be there. */
    OutboundHttp.Answer get(URI uri) throws IOException {
        var answer = http.get(safe(uri), Map.of("Accept", "application/json"));
        if (!answer.isOk()) {
            throw new IOException("The status of " + uri + " is " + answer.status());
        }
        return answer;
    }

    private static ReadOnlyHTTPResponse response(OutboundHttp.Answer answer) throws IOException {
        var response = new HTTPResponse(answer.status());
        try {
            if (answer.contentType() != null) {
                response.setContentType(answer.contentType());
            }
        } catch (ParseException e) {
            throw new IOException("The content type is malformed", e);
        }
        response.setBody(answer.body());
        return response;
    }

    private static URI safe(URI uri) throws IOException {
        if (!IssuerRules.isSafe(uri)) {
            throw new IOException("The address " + uri + " is not https");
        }
        return uri;
    }

    private static URI uri(URL url) throws IOException {
        try {
            return url.toURI();
        } catch (URISyntaxException e) {
            throw new IOException("The address " + url + " is malformed", e);
        }
    }
}
