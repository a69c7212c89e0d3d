package dev.flagledger.access.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.ResultCode;
import dev.flagledger.access.federation.FederatedIdentity;
import dev.flagledger.access.federation.FederatedProvider;
import dev.flagledger.api.organisation.Role;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Checks user names and passwords with the directory. Whatever a user enters is a value: it becomes part of a name or a filter only through
 * the library, which escapes it.
 */
@Component
public final class LdapDirectory {

    private static final Logger LOG = LoggerFactory.getLogger(LdapDirectory.class);

    /** How long the name of a group here may be, and its id at an identity provider. */
    private static final int MAX_GROUP = 200;

    private static final int MAX_DN = 255;

    private final LdapSettings settings;
    private final LdapConnections connections;
    private final LdapSearch search;

    LdapDirectory(LdapSettings settings) {
        this.settings = settings;
        this.connections = new LdapConnections(settings);
        this.search = new LdapSearch(settings);
    }

    /** Returns whether users log in with a directory. */
    public boolean enabled() {
        return settings.enabled();
    }

    /** The organisation that users become members of. */
    public Optional<Integer> organisation() {
        return settings.organisation() == 0 ? Optional.empty() : Optional.of(settings.organisation());
    }

    /** The role of new members. */
    public Role role() {
        return settings.role();
    }

    /** The names of the groups that have a counterpart. */
    public Set<String> syncedGroups() {
        return Set.copyOf(settings.groups());
    }

    /**
     * Returns the name of a group here that is made for one of the directory: the first value in its DN, such as {@code engineers} of
     * {@code cn=engineers,ou=groups}. Empty if that is no DN, or too long for a group here.
     */
    public Optional<String> nameOfGroup(String dn) {
        try {
            return Optional.ofNullable(new DN(dn).getRDN())
                    .filter(_ -> dn.length() <= MAX_DN)
                    .map(first -> first.getAttributeValues()[0].strip())
                    .filter(name -> !name.isEmpty() && name.length() <= MAX_GROUP);
        } catch (LDAPException _) {
            return Optional.empty();
        }
    }

    /**
     * Returns who has this user name and password, if they may log in.
     *
     * @throws LdapFailure if the directory cannot be asked
     */
    public Optional<FederatedIdentity> logIn(String name, String password) throws LdapFailure {
        return switch (ask(name, password)) {
            case LdapAnswer.Known(var person) -> Optional.of(person);
            case LdapAnswer.Outside(var dn) -> {
                LOG.info("A user of the directory may not log in: {} is not in {}", dn, settings.loginGroup());
                yield Optional.empty();
            }
            case LdapAnswer.Refused _, LdapAnswer.Missing _ -> Optional.empty();
        };
    }

    /** Asks for whoever has this user name and password. */
    LdapAnswer ask(String name, String password) throws LdapFailure {
        // Directories accept a bind without a password, as anonymous.
        if (password.isEmpty() || !isName(name)) {
            return new LdapAnswer.Refused();
        }
        try (var connection = connections.open()) {
            var user = settings.bindDn().isEmpty()
                    ? boundAsUser(connection, name, password)
                    : boundAfterSearch(connection, name, password);
            return user.isPresent() ? answer(connection, user.get(), name) : new LdapAnswer.Missing();
        } catch (LDAPException e) {
            if (e.getResultCode().equals(ResultCode.INVALID_CREDENTIALS)) {
                return new LdapAnswer.Refused();
            }
            throw LdapFailure.unasked(e);
        }
    }

    private Optional<Entry> boundAsUser(LDAPConnection connection, String name, String password)
            throws LDAPException, LdapFailure {
        if (settings.activeDirectoryDomain().isEmpty()) {
            var dn = new DN(new RDN(settings.attributes().username(), name), new DN(settings.searchBase()));
            connection.bind(dn.toString(), password);
            return search.userOf(connection, dn.toString());
        }
        if (!name.matches("[^\\\\/\"\\[\\]:;|=,+*?<>@]+")) {
            return Optional.empty();
        }
        var domain = settings.activeDirectoryDomain();
        connection.bind(domain.contains(".") ? name + "@" + domain : domain + "\\" + name, password);
        return withPassword(search.userNamed(connection, name), password);
    }

    private Optional<Entry> boundAfterSearch(LDAPConnection connection, String name, String password)
            throws LDAPException, LdapFailure {
        try {
            connection.bind(settings.bindDn(), settings.bindPassword());
        } catch (LDAPException e) {
            throw LdapFailure.unbound(e);
        }
        return withPassword(search.userNamed(connection, name), password);
    }

    /**
     * Checks that the password is that of the entry that was found: a directory may bind another one by the same name, such as one whose principal
     * name it is. On a connection of its own, since the one that searches keeps its rights for the groups.
     */
    private Optional<Entry> withPassword(Optional<Entry> user, String password) throws LDAPException, LdapFailure {
        if (user.isPresent()) {
            try (var other = connections.open()) {
                other.bind(user.get().getDN(), password);
            }
        }
        return user;
    }

    private LdapAnswer answer(LDAPConnection connection, Entry user, String name) throws LDAPException {
        if (!settings.loginGroup().isEmpty() && !search.isMember(connection, user, name, settings.loginGroup())) {
            return new LdapAnswer.Outside(user.getDN());
        }
        var attributes = settings.attributes();
        return new LdapAnswer.Known(new FederatedIdentity(
                FederatedProvider.LDAP,
                subject(user),
                user.getAttributeValue(attributes.email()),
                true,
                text(user, attributes.firstName()),
                text(user, attributes.lastName()),
                groups(connection, user, name)));
    }

    private Set<String> groups(LDAPConnection connection, Entry user, String name) throws LDAPException {
        var memberOf = new HashSet<String>();
        for (var group : settings.groups()) {
            if (search.isMember(connection, user, name, group)) {
                memberOf.add(group);
            }
        }
        return memberOf;
    }

    /** What stays when an entry is moved or renamed, if the directory has it. */
    private static String subject(Entry user) throws LDAPException {
        var guid = user.getAttributeValueBytes(LdapSearch.OBJECT_GUID);
        if (guid != null) {
            return HexFormat.of().formatHex(guid);
        }
        var uuid = user.getAttributeValue(LdapSearch.ENTRY_UUID);
        return uuid == null ? user.getParsedDN().toNormalizedString() : uuid;
    }

    private static String text(Entry user, String attribute) {
        var value = user.getAttributeValue(attribute);
        return value == null ? "" : value;
    }

    private static boolean isName(String name) {
        return !name.isBlank() && name.codePoints().noneMatch(Character::isISOControl);
    }
}
