package dev.flagledger.access.ldap;

import dev.flagledger.api.organisation.Role;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of logins with a directory.
 *
 * @param url {@code ldap://} or {@code ldaps://}, host and port; empty if nobody logs in with a directory
 * @param startTls whether a connection to {@code ldap://} is secured before anything is sent
 * @param caFile certificates in PEM form that are trusted instead of the platform's; empty for the platform's
 * @param connectTimeout for opening a connection, and {@code receiveTimeout} for each answer
 * @param searchBase the entry below which users are
 * @param objectClass the class of users
 * @param activeDirectoryDomain users bind as {@code name@domain} or, if it has no dot, {@code domain\name}; empty to bind as an entry
 * @param bindDn a user that searches for users; empty if each searches with their own rights
 * @param bindPassword the password of that user
 * @param loginGroup the group whose members may log in; empty for everybody
 * @param syncedGroups groups with a counterpart here, separated by colons
 * @param organisation the id of the organisation that users become members of; 0 for none
 * @param role the role of new members
 * @param attributes names of users' attributes
 */
@ConfigurationProperties("flagledger.ldap")
public record LdapSettings(
        @DefaultValue("") String url,
        @DefaultValue("false") boolean startTls,
        @DefaultValue("") String caFile,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("10s") Duration receiveTimeout,
        @DefaultValue("ou=people,dc=example,dc=com") String searchBase,
        @DefaultValue("inetOrgPerson") String objectClass,
        @DefaultValue("") String activeDirectoryDomain,
        @DefaultValue("") String bindDn,
        @DefaultValue("") String bindPassword,
        @DefaultValue("") String loginGroup,
        @DefaultValue("") String syncedGroups,
        @DefaultValue("0") int organisation,
        @DefaultValue("USER") Role role,
        @DefaultValue Attributes attributes) {

    /** Names of users' attributes. */
    public record Attributes(
            @DefaultValue("uid") String username,
            @DefaultValue("givenName") String firstName,
            @DefaultValue("sn") String lastName,
            @DefaultValue("mail") String email) {}

    /** Returns whether users log in with a directory. */
    public boolean enabled() {
        return !url.isEmpty();
    }

    /** The names of the groups that have a counterpart. */
    public List<String> groups() {
        return Arrays.stream(syncedGroups.split(":"))
                .map(String::strip)
                .filter(group -> !group.isEmpty())
                .toList();
    }

    /** Hides the password. */
    @Override
    public String toString() {
        return "LdapSettings[" + url + ", " + searchBase + "]";
    }
}
