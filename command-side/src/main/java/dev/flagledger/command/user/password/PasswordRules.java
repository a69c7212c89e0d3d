package dev.flagledger.command.user.password;

import dev.flagledger.contract.error.text.access.UserTexts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Django's password rules. An empty password has no problems here: the form rejects it. */
public final class PasswordRules {

    private static final int MIN_LENGTH = 8;
    private static final Set<String> COMMON = common();

    private PasswordRules() {}

    /** All problems of a password, in the contract's texts and order; empty if it is acceptable. */
    public static List<String> problems(String password, String email, String firstName, String lastName) {
        var problems = new ArrayList<String>();
        if (password.isEmpty()) {
            return problems;
        }
        var lower = password.toLowerCase(Locale.ROOT);
        resembled(lower, email, firstName, lastName)
                .ifPresent(what -> problems.add(UserTexts.passwordTooSimilar(what)));
        addIf(problems, password.codePointCount(0, password.length()) < MIN_LENGTH, UserTexts.PASSWORD_TOO_SHORT);
        addIf(problems, COMMON.contains(lower), UserTexts.PASSWORD_TOO_COMMON);
        addIf(problems, password.codePoints().allMatch(Character::isDigit), UserTexts.PASSWORD_NUMERIC);
        return problems;
    }

    /** The first of the user's attributes that the password is similar to. */
    private static Optional<String> resembled(String password, String email, String firstName, String lastName) {
        var known = new LinkedHashMap<String, String>();
        known.put("first name", firstName);
        known.put("last name", lastName);
        known.put("email", email);
        return known.entrySet().stream()
                .filter(personal -> Similarity.isClose(password, personal.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static void addIf(List<String> problems, boolean applies, String problem) {
        if (applies) {
            problems.add(problem);
        }
    }

    private static Set<String> common() {
        var resource = Objects.requireNonNull(PasswordRules.class.getResourceAsStream("common-passwords.txt"));
        try (var lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return lines.lines().collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
