package dev.flagledger.standalone;

import java.util.List;
import java.util.Map;

/** Grants permissions by the API. */
final class Grants {

    private Grants() {}

    /**
     * Grants permissions to a member who has none on the object yet.
     *
     * @param on path of the object, without a slash at its end
     * @return the id of the grant
     */
    static int of(Api admin, String on, int user, String... permissions) {
        return admin.post(on + "/user-permissions/", Map.of("user", user, "permissions", List.of(permissions)))
                .ok()
                .get("id")
                .asInt();
    }

    /** Lets a member view the shop's project and its first environment. */
    static void view(Shop shop, int user) {
        of(shop.ana(), "projects/" + shop.project(), user, "VIEW_PROJECT");
        of(shop.ana(), "environments/" + shop.key(), user, "VIEW_ENVIRONMENT");
    }
}
