package dev.flagledger.standalone;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import java.net.InetAddress;
import java.util.Map;

/** A directory on loopback with one user, {@code lea}, who is in the group {@code engineers} and not in {@code support}. */
final class DirectoryStub implements AutoCloseable {

    static final String EMAIL = "lea@acme.test";
    static final String PASSWORD = "lea-password";

    private static final String BASE = "dc=acme,dc=test";
    private static final String PEOPLE = "ou=people," + BASE;

    private static final String GROUPS = "ou=groups," + BASE;
    static final String ENGINEERS = "cn=engineers," + GROUPS;
    private static final String SUPPORT = "cn=support," + GROUPS;

    private final InMemoryDirectoryServer server;

    private DirectoryStub(InMemoryDirectoryServer server) {
        this.server = server;
    }

    static DirectoryStub start() {
        try {
            var config = new InMemoryDirectoryServerConfig(BASE);
            config.setSchema(null);
            config.setListenerConfigs(
                    InMemoryListenerConfig.createLDAPConfig("ldap", InetAddress.getLoopbackAddress(), 0, null));
            var server = new InMemoryDirectoryServer(config);
            server.add("dn: " + BASE, "objectClass: domain", "dc: acme");
            server.add("dn: " + PEOPLE, "objectClass: organizationalUnit", "ou: people");
            server.add(
                    "dn: uid=lea," + PEOPLE,
                    "objectClass: inetOrgPerson",
                    "uid: lea",
                    "cn: Lea",
                    "givenName: Lea",
                    "sn: Ray",
                    "mail: " + EMAIL,
                    "userPassword: " + PASSWORD);
            server.add("dn: " + GROUPS, "objectClass: organizationalUnit", "ou: groups");
            server.add("dn: " + ENGINEERS, "objectClass: groupOfNames", "cn: engineers", "member: uid=lea," + PEOPLE);
            server.add("dn: " + SUPPORT, "objectClass: groupOfNames", "cn: support", "member: uid=max," + PEOPLE);
            server.startListening();
            return new DirectoryStub(server);
        } catch (LDAPException | LDIFException e) {
            throw new AssertionError(e);
        }
    }

    /** The settings of a server whose users log in here, and join an organisation. */
    Map<String, String> settings(int organisation) {
        return Map.of(
                "flagledger.ldap.url",
                "ldap://127.0.0.1:" + server.getListenPort(),
                "flagledger.ldap.search-base",
                PEOPLE,
                "flagledger.ldap.synced-groups",
                ENGINEERS + ":" + SUPPORT,
                "flagledger.ldap.organisation",
                Integer.toString(organisation));
    }

    @Override
    public void close() {
        server.shutDown(true);
    }
}
