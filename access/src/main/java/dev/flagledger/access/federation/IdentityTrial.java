package dev.flagledger.access.federation;

import dev.flagledger.contract.view.login.Trial;
import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What would be known of a person by a login, for those who have configured it. Whether there is an account for them is not asked. */
public final class IdentityTrial {

    private static final int MAX_DETAIL = 2_000;

    private IdentityTrial() {}

    /** Passes with what is known, unless that is not enough for an account. */
    public static Trial of(FederatedIdentity person) {
        if (!person.hasStorableSubject()) {
            return Trial.failed(
                    "subject",
                    "What identifies the user is empty, too long, or has control characters. " + known(person));
        }
        if (person.provenEmail().isEmpty()) {
            return Trial.failed("email", "There is no e-mail address that an account can have. " + known(person));
        }
        return Trial.passed(known(person));
    }

    private static String known(FederatedIdentity person) {
        var groups = person.groups();
        var text = Stream.of(
                        "Known as: " + person.subject(),
                        "e-mail address: " + said(person.email()),
                        "first name: " + said(person.firstName()),
                        "last name: " + said(person.lastName()),
                        "groups: " + (groups == null ? "not named" : said(joined(groups))))
                .collect(Collectors.joining("; "));
        return text.codePointCount(0, text.length()) <= MAX_DETAIL
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MAX_DETAIL)) + "…";
    }

    private static String joined(Collection<String> groups) {
        return groups.stream().sorted().collect(Collectors.joining(", "));
    }

    private static String said(@Nullable String value) {
        return value == null || value.isBlank() ? "none" : value;
    }
}
