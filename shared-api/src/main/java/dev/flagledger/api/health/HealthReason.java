package dev.flagledger.api.health;

import static dev.flagledger.api.Personal.Of.UNASSIGNABLE;

import dev.flagledger.api.Personal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a feature fares as it does: what is said of it, and where more is to be read. */
public record HealthReason(List<TextBlock> textBlocks, List<UrlBlock> urlBlocks) {

    /** Something said. The title is at most 200 characters, the text at most 2000. */
    public record TextBlock(
            @Personal(UNASSIGNABLE) @Nullable String title,
            @Personal(UNASSIGNABLE) String text) {}

    /** An address, with http or https. The title is at most 200 characters, the address at most 2000. */
    public record UrlBlock(@Personal(UNASSIGNABLE) @Nullable String title, String url) {}
}
