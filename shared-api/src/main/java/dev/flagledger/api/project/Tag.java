package dev.flagledger.api.project;

import static dev.flagledger.api.Personal.Of.UNASSIGNABLE;

import dev.flagledger.api.Personal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A label for features.
 *
 * @param id id of the tag
 * @param uuid alternative id
 * @param label at most 100 characters; need not be unique
 * @param colour at most 10 characters, usually a hexadecimal colour
 * @param description at most 512 characters, or null
 * @param permanent whether features with this tag never count as stale
 */
public record Tag(
        int id,
        UUID uuid,
        String label,
        String colour,
        @Personal(UNASSIGNABLE) @Nullable String description,
        boolean permanent) {}
