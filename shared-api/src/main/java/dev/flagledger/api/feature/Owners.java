package dev.flagledger.api.feature;

import java.util.List;

/**
 * Who owns a feature.
 *
 * @param users by id
 * @param groups by id
 */
public record Owners(List<Integer> users, List<Integer> groups) {

    /** Nobody. */
    public static final Owners NONE = users(List.of());

    /** Returns users alone. */
    public static Owners users(List<Integer> users) {
        return new Owners(users, List.of());
    }
}
