package dev.flagledger.contract.view.login;

import org.jspecify.annotations.Nullable;

/**
 * What a trial of a way to log in has shown.
 *
 * @param problem what is wrong, as a code; null if nothing is
 * @param detail the problem in words; without one, what the trial has shown, or null
 */
public record Trial(
        boolean success, @Nullable String problem, @Nullable String detail) {

    /** Nothing is wrong. {@code detail} says what is known now; null for nothing. */
    public static Trial passed(@Nullable String detail) {
        return new Trial(true, null, detail);
    }

    /** Something is wrong, which {@code detail} says in words, without secrets. */
    public static Trial failed(String problem, String detail) {
        return new Trial(false, problem, detail);
    }
}
