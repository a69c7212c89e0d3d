package dev.flagledger.api.organisation;

import java.util.Arrays;
import java.util.List;

/** The role of a member in an organisation. */
public enum Role {
    ADMIN,
    USER;

    /** The names of all, as forms have them. */
    public static final List<String> NAMES =
            Arrays.stream(values()).map(Role::name).toList();
}
