package dev.flagledger.contract.view.project;

import dev.flagledger.api.project.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A tag in the admin API. There are no system tags. */
public record TagView(
        int id,
        String label,
        String color,
        @Nullable String description,
        int project,
        UUID uuid,
        boolean isPermanent,
        boolean isSystemTag,
        String type) {

    public static TagView of(int projectId, Tag tag) {
        return new TagView(
                tag.id(),
                tag.label(),
                tag.colour(),
                tag.description(),
                projectId,
                tag.uuid(),
                tag.permanent(),
                false,
                "NONE");
    }
}
