package dev.flagledger.access.saml.assertion;

import dev.flagledger.access.saml.rejection.Reason;
import dev.flagledger.access.saml.rejection.SamlRejectedException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * From which attributes the user is read. Attributes that a configuration names come first, then those that are customary.
 *
 * @param email names of attributes with the address
 * @param firstName names of attributes with the first name
 * @param lastName names of attributes with the last name
 * @param groups names of attributes with groups
 */
public record AttributeMapping(List<String> email, List<String> firstName, List<String> lastName, List<String> groups) {

    /** Stands for the name of the subject where an attribute is named. */
    private static final String NAME_ID = "NameID";

    private static final String CLAIMS = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/";
    private static final String MICROSOFT_GROUPS = "http://schemas.microsoft.com/ws/2008/06/identity/claims/groups";
    private static final String XMLSOAP_GROUP = "http://schemas.xmlsoap.org/claims/Group";

    private static final List<String> SUBJECT = List.of(
            "urn:oasis:names:tc:SAML:attribute:subject-id", "subject-id", "urn:oid:0.9.2342.19200300.100.1.1", "uid");
    private static final List<String> EMAIL =
            List.of("urn:oid:0.9.2342.19200300.100.1.3", "mail", "email", "emailAddress", CLAIMS + "emailaddress");
    private static final List<String> FIRST_NAME = List.of("urn:oid:2.5.4.42", "gn", "givenName", CLAIMS + "givenname");
    private static final List<String> LAST_NAME = List.of("urn:oid:2.5.4.4", "sn", "surname", CLAIMS + "surname");
    private static final List<String> DISPLAY_NAME = List.of("urn:oid:2.16.840.1.113730.3.1.241", "displayName");
    private static final List<String> GROUPS = List.of("groups", MICROSOFT_GROUPS, XMLSOAP_GROUP);

    /** The customary attributes only. */
    public static final AttributeMapping CUSTOMARY = new AttributeMapping(List.of(), List.of(), List.of(), List.of());

    /** Reads the user; rejected if the subject is transient or there is no address. */
    public SamlUser read(Statements statements) {
        return new SamlUser(
                subject(statements),
                email(statements),
                first(statements, firstName, FIRST_NAME)
                        .or(() -> displayName(statements, 0))
                        .orElse(""),
                first(statements, lastName, LAST_NAME)
                        .or(() -> displayName(statements, 1))
                        .orElse(""),
                groups(statements));
    }

    /** An identity provider that says nothing about groups does not say that there are none. */
    private @Nullable List<String> groups(Statements statements) {
        var said = Stream.concat(groups.stream(), GROUPS.stream())
                .filter(name -> name.equals(NAME_ID) || statements.attributes().containsKey(name))
                .toList();
        return said.isEmpty()
                ? null
                : said.stream()
                        .flatMap(name -> values(statements, name).stream())
                        .distinct()
                        .toList();
    }

    private static String subject(Statements statements) {
        return first(statements, List.of(), SUBJECT)
                .or(() -> statements.isTransient() ? Optional.empty() : Optional.of(statements.nameId()))
                .orElseThrow(() -> new SamlRejectedException(Reason.SUBJECT));
    }

    private String email(Statements statements) {
        return first(statements, email, EMAIL)
                .or(() -> statements.isEmail() ? Optional.of(statements.nameId()) : Optional.empty())
                .orElseThrow(() -> new SamlRejectedException(Reason.EMAIL));
    }

    private static Optional<String> first(Statements statements, List<String> mapped, List<String> customary) {
        return Stream.concat(mapped.stream(), customary.stream())
                .flatMap(name -> values(statements, name).stream())
                .findFirst();
    }

    private static Optional<String> displayName(Statements statements, int part) {
        return first(statements, List.of(), DISPLAY_NAME)
                .map(name -> name.split("\\s+", 2))
                .filter(parts -> parts.length > part)
                .map(parts -> parts[part]);
    }

    private static List<String> values(Statements statements, String name) {
        return name.equals(NAME_ID)
                ? List.of(statements.nameId())
                : statements.attributes().getOrDefault(name, List.of());
    }
}
