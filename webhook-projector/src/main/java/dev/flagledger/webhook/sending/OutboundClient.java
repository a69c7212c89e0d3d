package dev.flagledger.webhook.sending;

import dev.flagledger.access.outbound.OutboundHosts;
import dev.flagledger.access.outbound.http.AttemptSockets;
import dev.flagledger.webhook.DeliverySettings;
import dev.flagledger.webhook.WebhookProjector;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * The HTTP client for untrusted receivers. It makes each request once, without redirects, retries, cookies, proxies or
 * authentication, and connects only to allowed addresses.
 */
final class OutboundClient {

    private OutboundClient() {}

    static CloseableHttpClient create(DeliverySettings settings, OutboundHosts hosts) {
        var connections = AttemptSockets.connections()
                .setDnsResolver(checkedBy(hosts))
                .setMaxConnTotal(settings.inFlight())
                .setMaxConnPerRoute(settings.inFlight())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                        .setSocketTimeout(Timeout.of(settings.responseTimeout()))
                        // The receiver may have closed an idle connection, which must not fail the attempt.
                        .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                        // Host names are resolved, and their addresses checked, again after a minute.
                        .setTimeToLive(TimeValue.ofMinutes(1))
                        .build())
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxLineLength(8192)
                                .setMaxHeaderCount(100)
                                .build())
                        .build())
                .build();
        return HttpClientBuilder.create()
                .setConnectionManager(connections)
                .setRequestExecutor(new SurplusCheck())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.of(settings.deadline()))
                        .setResponseTimeout(Timeout.of(settings.responseTimeout()))
                        .setAuthenticationEnabled(false)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .setUserAgent(userAgent())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    private static String userAgent() {
        var version = WebhookProjector.class.getPackage().getImplementationVersion();
        return version == null ? "Flagledger" : "Flagledger/" + version;
    }

    /** Also called for address literals; the socket connects to what this returns. */
    private static DnsResolver checkedBy(OutboundHosts hosts) {
        return new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                return hosts.addressesOf(host);
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
    }
}
