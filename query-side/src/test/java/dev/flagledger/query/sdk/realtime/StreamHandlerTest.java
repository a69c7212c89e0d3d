package dev.flagledger.query.sdk.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.jetty.io.ByteArrayEndPoint;
import org.eclipse.jetty.io.EndPoint;
import org.junit.jupiter.api.Test;

class StreamHandlerTest {

    @Test
    void theTransportBehindOtherEndpointsIsFound() {
        var socket = new Object();

        assertThat(StreamHandler.transport(over(socket))).isSameAs(socket);
        assertThat(StreamHandler.transport(over(over(socket)))).isSameAs(socket);
        assertThat(StreamHandler.transport(over(over(over(socket))))).isSameAs(socket);
    }

    /** An endpoint like those of TLS and of the PROXY protocol. */
    private static EndPoint over(Object transport) {
        return new ByteArrayEndPoint() {
            @Override
            public Object getTransport() {
                return transport;
            }
        };
    }
}
