package dev.flagledger.api.role;

import static dev.flagledger.api.Personal.Of.UNASSIGNABLE;

import dev.flagledger.api.Personal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a role is called, and which features it is limited to.
 *
 * @param name at most 255 characters
 * @param description at most 1000 characters; null for none
 * @param tags ids of tags, sorted: those permissions that can be limited apply to features with one of them only, unless
 *     they have tags of their own; empty for no limit
 */
public record RoleDetails(
        String name, @Personal(UNASSIGNABLE) @Nullable String description, List<Integer> tags) {}
