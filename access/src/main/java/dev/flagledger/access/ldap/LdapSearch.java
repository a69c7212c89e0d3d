package dev.flagledger.access.ldap;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Finds users, and whether they are in a group. */
final class LdapSearch {

    /** The lasting id of entries (RFC 4530). */
    static final String ENTRY_UUID = "entryUUID";

    /** The same of Active Directory. */
    static final String OBJECT_GUID = "objectGUID";

    /** Active Directory's rule that a member of a group in a group is a member. */
    private static final String IN_CHAIN = "1.2.840.113556.1.4.1941";

    private static final String EXISTS = "1.1";

    private final LdapSettings settings;

    LdapSearch(LdapSettings settings) {
        this.settings = settings;
    }

    /** The user with this user name; empty if there is none, or more than one. */
    Optional<Entry> userNamed(LDAPConnection connection, String name) throws LDAPException {
        var filter = Filter.createANDFilter(
                Filter.createEqualityFilter(settings.attributes().username(), name), isUser());
        return only(connection, request(settings.searchBase(), SearchScope.SUB, filter, attributes()));
    }

    /** The user that is this entry. */
    Optional<Entry> userOf(LDAPConnection connection, String dn) throws LDAPException {
        return only(connection, request(dn, SearchScope.BASE, isUser(), attributes()));
    }

    /** Whether there is an entry with this name, as far as the connection may see it. */
    boolean exists(LDAPConnection connection, String dn) throws LDAPException {
        var any = Filter.createPresenceFilter("objectClass");
        return only(connection, request(dn, SearchScope.BASE, any, EXISTS)).isPresent();
    }

    /** Whether a user is in a group, which names its members in one of the usual ways. */
    boolean isMember(LDAPConnection connection, Entry user, String name, String group) throws LDAPException {
        var dn = user.getDN();
        var ways = new ArrayList<>(List.of(
                Filter.createEqualityFilter("member", dn),
                Filter.createEqualityFilter("uniqueMember", dn),
                Filter.createEqualityFilter("memberUid", name)));
        if (!settings.activeDirectoryDomain().isEmpty()) {
            ways.add(Filter.createExtensibleMatchFilter("member", IN_CHAIN, false, dn));
        }
        var request = request(group, SearchScope.BASE, Filter.createORFilter(ways), EXISTS);
        return only(connection, request).isPresent();
    }

    private Filter isUser() {
        return Filter.createEqualityFilter("objectClass", settings.objectClass());
    }

    private String[] attributes() {
        var names = settings.attributes();
        return new String[] {names.firstName(), names.lastName(), names.email(), ENTRY_UUID, OBJECT_GUID};
    }

    private static SearchRequest request(String base, SearchScope scope, Filter filter, String... attributes) {
        var request = new SearchRequest(base, scope, filter, attributes);
        // One more than there may be.
        request.setSizeLimit(2);
        return request;
    }

    private static Optional<Entry> only(LDAPConnection connection, SearchRequest request) throws LDAPException {
        try {
            var found = Objects.requireNonNull(connection.search(request).getSearchEntries());
            return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
        } catch (LDAPSearchException e) {
            if (e.getResultCode().equals(ResultCode.NO_SUCH_OBJECT)
                    || e.getResultCode().equals(ResultCode.SIZE_LIMIT_EXCEEDED)) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
