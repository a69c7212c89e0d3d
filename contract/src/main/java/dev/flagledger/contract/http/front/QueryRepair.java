package dev.flagledger.contract.http.front;

import dev.flagledger.contract.text.Escapes;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Mends the escapes of a query before anybody reads it, whichever servlet that is: the container reads none of a query's
 * parameters when one of them is broken, and people look for "50%".
 */
final class QueryRepair extends ValveBase {

    QueryRepair() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        var query = request.getQueryString();
        if (query != null) {
            var mended = Escapes.mended(query);
            if (!mended.equals(query)) {
                request.getCoyoteRequest().queryString().setString(mended);
            }
        }
        getNext().invoke(request, response);
    }
}
