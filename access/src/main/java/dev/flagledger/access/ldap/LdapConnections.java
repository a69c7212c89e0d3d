package dev.flagledger.access.ldap;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPURL;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import com.unboundid.util.ssl.JVMDefaultTrustManager;
import com.unboundid.util.ssl.PEMFileTrustManager;
import com.unboundid.util.ssl.SSLUtil;
import java.io.File;
import java.security.GeneralSecurityException;
import java.security.KeyStoreException;
import java.util.Objects;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;

/** Opens connections to the directory. */
final class LdapConnections {

    private final LdapSettings settings;

    LdapConnections(LdapSettings settings) {
        this.settings = settings;
    }

    /** Opens a connection that is secured if the settings demand it, and on which nobody is authenticated yet. */
    LDAPConnection open() throws LDAPException {
        var url = new LDAPURL(settings.url());
        var host = Objects.requireNonNullElse(url.getHost(), "localhost");
        if (url.getScheme().equals("ldaps")) {
            return new LDAPConnection(tls().socketFactory(), options(), host, url.getPort());
        }
        var connection = new LDAPConnection(options(), host, url.getPort());
        try {
            if (settings.startTls()) {
                secure(connection);
            }
            return connection;
        } catch (LDAPException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private void secure(LDAPConnection connection) throws LDAPException {
        var result = connection.processExtendedOperation(new StartTLSExtendedRequest(tls().context()));
        if (!result.getResultCode().equals(ResultCode.SUCCESS)) {
            throw new LDAPException(result);
        }
    }

    private LDAPConnectionOptions options() {
        var options = new LDAPConnectionOptions();
        options.setConnectTimeoutMillis(
                Math.toIntExact(settings.connectTimeout().toMillis()));
        options.setResponseTimeoutMillis(settings.receiveTimeout().toMillis());
        options.setFollowReferrals(false);
        options.setSSLSocketVerifier(new HostNameSSLSocketVerifier(true));
        return options;
    }

    private record Tls(SSLUtil util) {

        SSLContext context() throws LDAPException {
            try {
                return util.createSSLContext();
            } catch (GeneralSecurityException e) {
                throw new LDAPException(ResultCode.LOCAL_ERROR, "There is no TLS", e);
            }
        }

        SocketFactory socketFactory() throws LDAPException {
            return context().getSocketFactory();
        }
    }

    private Tls tls() throws LDAPException {
        if (settings.caFile().isEmpty()) {
            return new Tls(new SSLUtil(JVMDefaultTrustManager.getInstance()));
        }
        try {
            return new Tls(new SSLUtil(new PEMFileTrustManager(new File(settings.caFile()))));
        } catch (KeyStoreException e) {
            throw new LDAPException(
                    ResultCode.LOCAL_ERROR, "The certificates of FLAGLEDGER_LDAP_CA_FILE cannot be read", e);
        }
    }
}
