package dev.flagledger.access.outbound.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.util.Timeout;

/** Creates clients that do nothing by themselves. */
final class HttpClients {

    static final Timeout TIMEOUT = Timeout.ofSeconds(5);
    private static final int CONNECTIONS = 100;
    private static final int CONNECTIONS_TO_A_HOST = 20;

    private HttpClients() {}

    /** Finds the addresses of a host, also of one that is an address. */
    interface Addresses {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    /** @param connect for how long each address of a host is tried */
    static CloseableHttpClient create(Addresses addresses, Timeout connect) {
        var connections = AttemptSockets.connections()
                .setDnsResolver(resolver(addresses))
                .setMaxConnTotal(CONNECTIONS)
                .setMaxConnPerRoute(CONNECTIONS_TO_A_HOST)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(connect)
                        .setSocketTimeout(TIMEOUT)
                        .build())
                .build();
        return HttpClientBuilder.create()
                .setConnectionManager(connections)
                // Requests are rare, and hosts are resolved and checked anew for each.
                .setConnectionReuseStrategy((_, _, _) -> false)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(TIMEOUT)
                        .setResponseTimeout(TIMEOUT)
                        .setAuthenticationEnabled(false)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .setUserAgent("Flagledger")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    private static DnsResolver resolver(Addresses addresses) {
        return new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                return addresses.of(host);
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
    }
}
