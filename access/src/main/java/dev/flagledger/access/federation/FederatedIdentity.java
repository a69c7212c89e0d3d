package dev.flagledger.access.federation;

import dev.flagledger.contract.form.value.TextRules;
import dev.flagledger.engine.text.Blanks;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person as an identity provider has described them just now. Whoever makes one has verified that the provider said so, but
 * not what it said: texts may be of any length and contain any character.
 *
 * @param subject the provider's own name of the person, which it never gives to another one
 * @param email null if it names none
 * @param verified whether the provider says that the address is the person's
 * @param firstName empty if unknown
 * @param lastName empty if unknown
 * @param groups names of the person's groups at the provider; null if it says nothing about groups
 */
public record FederatedIdentity(
        FederatedProvider provider,
        String subject,
        @Nullable String email,
        boolean verified,
        String firstName,
        String lastName,
        @Nullable Set<String> groups) {

    private static final int MAX_SUBJECT = 255;
    private static final int MAX_EMAIL = 254;
    private static final int MAX_NAME = 150;

    /** Keeps the groups as they are now. */
    public FederatedIdentity {
        groups = groups == null ? null : Set.copyOf(groups);
    }

    /** Whether the subject can be stored: 1 to 255 characters, none of them a control character. */
    boolean hasStorableSubject() {
        return !subject.isBlank()
                && subject.codePoints().noneMatch(Character::isISOControl)
                && TextRules.problemOf(subject, MAX_SUBJECT).isEmpty();
    }

    /** The address in lower case, if the provider has verified it and an account can have it. */
    Optional<String> provenEmail() {
        return Optional.ofNullable(email)
                .filter(_ -> verified)
                .map(Blanks::strip)
                .map(text -> text.toLowerCase(Locale.ROOT))
                .filter(text -> TextRules.isEmail(text, MAX_EMAIL));
    }

    /** The first name as accounts have it. */
    public String shortFirstName() {
        return shortened(firstName);
    }

    /** The last name as accounts have it. */
    public String shortLastName() {
        return shortened(lastName);
    }

    private static String shortened(String name) {
        var storable = Blanks.strip(name)
                .codePoints()
                .filter(character ->
                        !Character.isISOControl(character) && Character.getType(character) != Character.SURROGATE)
                .limit(MAX_NAME)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return Blanks.strip(storable.toString());
    }
}
