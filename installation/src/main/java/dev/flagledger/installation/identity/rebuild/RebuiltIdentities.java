package dev.flagledger.installation.identity.rebuild;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of a rebuild of the rows of identities.
 *
 * @param compared the number of identities in the log, with those that were deleted, up to where the rebuild came
 * @param differing how many identities did not have the rows that they should have, or had rows and should not exist
 * @param clashing the ids of those of them that have no rows now, ascending, since another identity has the identifier
 * @param failure why the rebuild ended early; null if it did not
 */
public record RebuiltIdentities(
        long compared,
        long differing,
        List<Integer> clashing,
        @Nullable String failure) {}
