package dev.flagledger.access.ldap;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSimpleBindRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import com.unboundid.ldif.LDIFException;
import dev.flagledger.api.organisation.Role;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Objects;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** A directory in memory, with the users ana and bo, and the groups staff, of ana, and sales, of both. */
final class TestDirectory implements AutoCloseable {

    static final String BASE = "dc=acme,dc=test";
    static final String STAFF = "cn=staff,ou=groups," + BASE;
    static final String SALES = "cn=sales,ou=groups," + BASE;
    static final String SEARCHER = "cn=searcher," + BASE;

    private final InMemoryDirectoryServer server;

    private TestDirectory(InMemoryDirectoryServer server) {
        this.server = server;
    }

    static TestDirectory start() {
        return start(null);
    }

    /** {@code startTls} is null if the directory does not know how to secure connections. */
    static TestDirectory start(@Nullable SSLSocketFactory startTls) {
        try {
            var config = new InMemoryDirectoryServerConfig(BASE);
            config.setSchema(null);
            config.addInMemoryOperationInterceptor(new Principals());
            config.addAdditionalBindCredentials(SEARCHER, "searcher-password");
            config.setListenerConfigs(
                    InMemoryListenerConfig.createLDAPConfig("ldap", InetAddress.getLoopbackAddress(), 0, startTls));
            var server = new InMemoryDirectoryServer(config);
            server.add("dn: " + BASE, "objectClass: domain", "dc: acme");
            server.add("dn: ou=people," + BASE, "objectClass: organizationalUnit", "ou: people");
            server.add("dn: ou=groups," + BASE, "objectClass: organizationalUnit", "ou: groups");
            addUser(server, "ana", "Ana", "L\u00f3pez");
            addUser(server, "bo", "Bo", "Rey");
            server.add("dn: " + STAFF, "objectClass: groupOfNames", "cn: staff", "member: uid=ana,ou=people," + BASE);
            server.add(
                    "dn: " + SALES,
                    "objectClass: posixGroup",
                    "cn: sales",
                    "gidNumber: 7",
                    "memberUid: ana",
                    "memberUid: bo");
            server.startListening();
            return new TestDirectory(server);
        } catch (LDAPException | LDIFException e) {
            throw new AssertionError(e);
        }
    }

    private static void addUser(InMemoryDirectoryServer server, String name, String first, String last)
            throws LDAPException, LDIFException {
        server.add(
                "dn: uid=" + name + ",ou=people," + BASE,
                "objectClass: inetOrgPerson",
                "uid: " + name,
                "cn: " + first,
                "givenName: " + first,
                "sn: " + last,
                "mail: " + name + "@acme.test",
                "userPassword: " + name + "-password");
    }

    /** The server, for changes. */
    InMemoryDirectoryServer server() {
        return server;
    }

    /** Settings that bind as the user's entry. */
    LdapSettings settings() {
        return settings("", "", "", "", false, "");
    }

    /** Settings that bind by principal names, all of which are ana's. */
    LdapSettings settingsOfDomain() {
        return settings("acme.test", "", "", "", "", false, "");
    }

    LdapSettings settings(
            String bindDn, String bindPassword, String loginGroup, String groups, boolean startTls, String caFile) {
        return settings("", bindDn, bindPassword, loginGroup, groups, startTls, caFile);
    }

    private LdapSettings settings(
            String domain,
            String bindDn,
            String bindPassword,
            String loginGroup,
            String groups,
            boolean startTls,
            String caFile) {
        return new LdapSettings(
                "ldap://127.0.0.1:" + server.getListenPort(),
                startTls,
                caFile,
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                "ou=people," + BASE,
                "inetOrgPerson",
                domain,
                bindDn,
                bindPassword,
                loginGroup,
                groups,
                0,
                Role.USER,
                new LdapSettings.Attributes("uid", "givenName", "sn", "mail"));
    }

    /** Binds who has a principal name of the domain, as Active Directory does. */
    private static final class Principals extends InMemoryOperationInterceptor {

        @Override
        public void processSimpleBindRequest(InMemoryInterceptedSimpleBindRequest request) {
            var asked = request.getRequest();
            if (asked.getBindDN().endsWith("@acme.test")) {
                request.setRequest(new SimpleBindRequest(
                        "uid=ana,ou=people," + BASE,
                        Objects.requireNonNull(asked.getPassword()).stringValue()));
            }
        }
    }

    @Override
    public void close() {
        server.shutDown(true);
    }
}
