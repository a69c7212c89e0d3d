package dev.flagledger.contract.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;

/**
 * The headers that all responses of a route have in common, {@link ContractHeaders} included. For HTTP/1.1 they are encoded once a
 * second, since they name the time, and are added as one field.
 */
public final class PreparedHeaders {

    private final HttpField vary;
    private final List<HttpField> more;
    private volatile @Nullable Block last;

    /**
     * Creates the headers.
     *
     * @param vary the value of {@code Vary}
     * @param allow the value of {@code Allow}
     */
    public PreparedHeaders(String vary, String allow) {
        this.vary = new PreEncodedHttpField(HttpHeader.VARY, vary);
        this.more = List.of(new PreEncodedHttpField(HttpHeader.ALLOW, allow));
    }

    /** The headers of one second. */
    private record Block(@Nullable String date, HeaderBlock sameOrigin, HeaderBlock crossOrigin) {}

    /** Adds the headers to a response that has none of them yet. */
    public void addTo(Request request, Response response) {
        var headers = response.getHeaders();
        var date = headers.get(HttpHeader.DATE);
        boolean crossOrigin = request.getHeaders().contains(HttpHeader.ORIGIN);
        if (request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_1_1) {
            var block = block(date);
            headers.add(crossOrigin ? block.crossOrigin() : block.sameOrigin());
        } else {
            fields(date, crossOrigin).forEach(headers::add);
        }
    }

    private Block block(@Nullable String date) {
        var known = last;
        if (known == null || !Objects.equals(known.date(), date)) {
            known = new Block(date, new HeaderBlock(fields(date, false)), new HeaderBlock(fields(date, true)));
            last = known;
        }
        return known;
    }

    private List<HttpField> fields(@Nullable String date, boolean crossOrigin) {
        var fields = new ArrayList<HttpField>();
        ContractHeaders.each(vary, date, crossOrigin, fields::add);
        fields.addAll(more);
        return fields;
    }
}
