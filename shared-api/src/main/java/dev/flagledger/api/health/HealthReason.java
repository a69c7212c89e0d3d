package dev.flagledger.api.health;

import static dev.flagledger.api.Personal.Of.UNASSIGNABLE;

import dev.flagledger.api.Personal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The reason for a feature's health, as texts and links. */
public record HealthReason(List<TextBlock> textBlocks, List<UrlBlock> urlBlocks) {

    /** A text of at most 2000 characters, with a title of at most 200. */
    public record TextBlock(
            @Personal(UNASSIGNABLE) @Nullable String title,
            @Personal(UNASSIGNABLE) String text) {}

    /** An http or https URL of at most 2000 characters, with a title of at most 200. */
    public record UrlBlock(@Personal(UNASSIGNABLE) @Nullable String title, String url) {}
}
