package dev.flagledger.command.user;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What makes a password too weak. An empty password is another matter and has no problems here. */
final class PasswordRules {

    private static final int MIN_LENGTH = 8;
    private static final int TELLING_LENGTH = 4;
    private static final Set<String> COMMON = common();

    private PasswordRules() {}

    /** The problems of a password, in the words of the contract; empty if it will do. */
    static List<String> problems(String password, String email, String firstName, String lastName) {
        var problems = new ArrayList<String>();
        if (password.isEmpty()) {
            return problems;
        }
        var lower = password.toLowerCase(Locale.ROOT);
        addIf(problems, resembles(lower, email), "The password is too similar to the email.");
        addIf(problems, resembles(lower, firstName), "The password is too similar to the first name.");
        addIf(problems, resembles(lower, lastName), "The password is too similar to the last name.");
        addIf(
                problems,
                password.length() < MIN_LENGTH,
                "This password is too short. It must contain at least 8 characters.");
        addIf(problems, COMMON.contains(lower), "This password is too common.");
        addIf(problems, password.chars().allMatch(Character::isDigit), "This password is entirely numeric.");
        return problems;
    }

    /** Whether one is most of the other: the whole address, or a telling part of it. */
    private static boolean resembles(String password, String personal) {
        return List.of((personal + " " + personal.replaceAll("\\W+", " "))
                        .toLowerCase(Locale.ROOT)
                        .split(" "))
                .stream()
                .filter(part -> part.length() >= TELLING_LENGTH)
                .anyMatch(part -> isMostOf(part, password) || part.contains(password));
    }

    private static boolean isMostOf(String part, String whole) {
        return whole.contains(part) && part.length() * 2 > whole.length();
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
