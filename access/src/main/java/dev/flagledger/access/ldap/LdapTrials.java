package dev.flagledger.access.ldap;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import dev.flagledger.access.federation.IdentityTrial;
import dev.flagledger.contract.view.login.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Trials of the directory for whoever runs the server: details are for nobody else. Each asks the directory, and changes nothing. */
@Component
public final class LdapTrials {

    /** The problem of a user name and a password that the directory does not know. */
    public static final String CREDENTIALS = "credentials";

    /** The problem of a user name that is not that of exactly one user. */
    public static final String USER = "user";

    private final LdapSettings settings;
    private final LdapDirectory directory;
    private final LdapConnections connections;
    private final LdapSearch search;

    LdapTrials(LdapSettings settings, LdapDirectory directory) {
        this.settings = settings;
        this.directory = directory;
        this.connections = new LdapConnections(settings);
        this.search = new LdapSearch(settings);
    }

    /** Tries what is configured, as far as that can be seen without a user's password. */
    public Trial ofSettings() {
        if (!settings.enabled()) {
            return Trial.failed("not_configured", "FLAGLEDGER_LDAP_URL is not set, so that there is no directory.");
        }
        try (var connection = connections.open()) {
            return settings.bindDn().isEmpty()
                    ? Trial.passed(
                            "The directory can be reached. Without FLAGLEDGER_LDAP_BIND_DN, what is in it can be seen only"
                                    + " with the name and the password of a user.")
                    : searched(connection);
        } catch (LDAPException e) {
            return failed("unreachable", LdapFailure.unasked(e));
        }
    }

    /** Tries a login, as far as the directory decides it. */
    public Trial ofUser(String name, String password) {
        var set = ofSettings();
        if (!set.success()) {
            return set;
        }
        try {
            return switch (directory.ask(name, password)) {
                case LdapAnswer.Known(var person) -> IdentityTrial.of(person);
                case LdapAnswer.Refused _ ->
                    Trial.failed(CREDENTIALS, "The directory does not know this user name with this password.");
                case LdapAnswer.Missing _ ->
                    Trial.failed(
                            USER,
                            "There is not one " + settings.objectClass() + " with this "
                                    + settings.attributes().username() + " below " + settings.searchBase()
                                    + ", or it cannot be read.");
                case LdapAnswer.Outside(var dn) ->
                    Trial.failed("not_in_login_group", dn + " is not in " + settings.loginGroup() + ".");
            };
        } catch (LdapFailure e) {
            return failed("unreachable", e);
        }
    }

    private Trial searched(LDAPConnection connection) {
        try {
            connection.bind(settings.bindDn(), settings.bindPassword());
        } catch (LDAPException e) {
            return failed("bind", LdapFailure.unbound(e));
        }
        for (var place : places()) {
            try {
                if (!search.exists(connection, place.dn())) {
                    return Trial.failed(
                            place.problem(),
                            place.variable() + " names " + place.dn()
                                    + ", which does not exist, or which FLAGLEDGER_LDAP_BIND_DN cannot see.");
                }
            } catch (LDAPException e) {
                return Trial.failed(
                        place.problem(),
                        place.variable() + ": " + LdapFailure.unasked(e).getMessage());
            }
        }
        return Trial.passed("The directory can be reached and searched, and has what the settings name.");
    }

    /** An entry that a setting names. */
    private record Place(String problem, String variable, String dn) {}

    private List<Place> places() {
        var places = new ArrayList<Place>();
        places.add(new Place("search_base", "FLAGLEDGER_LDAP_SEARCH_BASE", settings.searchBase()));
        if (!settings.loginGroup().isEmpty()) {
            places.add(new Place("login_group", "FLAGLEDGER_LDAP_LOGIN_GROUP", settings.loginGroup()));
        }
        settings.groups()
                .forEach(group -> places.add(new Place("synced_groups", "FLAGLEDGER_LDAP_SYNCED_GROUPS", group)));
        return places;
    }

    private static Trial failed(String problem, LdapFailure failure) {
        return Trial.failed(problem, Objects.requireNonNull(failure.getMessage()));
    }
}
